using System.Globalization;
using System.Text;

namespace Indexer.Fields;

/// <summary>What archives call the fields of an article: systems and interfaces in English, newsrooms and libraries in their own languages.</summary>
internal static class FieldNames
{
    /// <summary>By field, the most telling first, as <see cref="Fold"/> leaves them.</summary>
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["id"] = Folded("id articleid docid documentid uuid guid storyid newsid"),
        ["headline"] = Folded(
            "headline title heading head headlinetext articletitle newstitle webtitle headlinesbasic",
            "titel überschrift ueberschrift schlagzeile titre titular título titolo manchete kop rubrik overskrift tittel otsikko tytuł tytul nagłówek titulek nadpis cím főcím titlu başlık baslik judul",
            "заголовок название назва τίτλος العنوان عنوان כותרת 标题 標題 見出し タイトル 제목",
            "subject"),
        ["body"] = Folded(
            "body text content maintext articletext articlebody bodytext fulltext contentelements blocks story article contents contenttext maincontent plaintext html bodyhtml contenthtml rawhtml pagehtml articlecontent ocrtext ocreng news",
            "volltext artikeltext haupttext inhalt texte contenu corps textecomplet texto cuerpo contenido testo contenuto corpo conteúdo tekst inhoud artikeltekst brödtext innehåll brødtekst indhold innhold teksti leipäteksti sisältö treść zawartość obsah szöveg tartalom conținut metin içerik isi teks konten",
            "текст содержание зміст κείμενο النص نص المحتوى טקסט תוכן 正文 内容 內容 文本 本文 본문 내용"),
        ["published"] = Folded(
            "published publishedat publisheddate publicationdate firstpublished firstpublishdate displaydate datetimepub publishdate datepublished datepublish publishedon publishingdate publishedtime publishtime pubdate pubdatetime postdate releasedate dateissued dateofpublication date datetime",
            "erscheinungsdatum veröffentlichungsdatum veröffentlicht publikationsdatum erschienen datedepublication datepublication publié publiéle fechadepublicación fechapublicación publicado datadipubblicazione datapubblicazione pubblicato datadepublicação datapublicação publicatiedatum gepubliceerd publicerad publiceringsdatum udgivelsesdato publiceret publisert publiseringsdato julkaistu julkaisupäivä datapublikacji opublikowano datumvydání datumpublikování megjelenés megjelent közzétéve датапубликации датапублікації yayıntarihi datapublicării تاريخالنشر 发布日期 发布时间 發布日期 公開日 掲載日 발행일 게시일",
            "datum fecha data dato päivämäärä päiväys pvm dátum дата tarih tanggal ημερομηνία التاريخ تاريخ תאריך 日期 日付 날짜",
            "timestamp time created createdat webpublicationdate year"),
        ["source"] = Folded(
            "source sourcename sourcehostname publisher publication publicationtitle publicationname medianame outlet newspaper provider agency site sitename domain sourcedomain hostname cleanurl threadsite origintitle sourceid medium media",
            "quelle zeitung blatt publikation herausgeber verlag journal média éditeur fuente medio periódico diario fonte testata giornale jornal veículo bron krant källa tidning kilde avis lähde lehti źródło zrodlo gazeta zdroj noviny deník forrás újság sursa ziar kaynak gazete sumber",
            "источник газета издание сми джерело المصدر الصحيفة 来源 來源 报纸 媒体 出典 新聞 출처 언론사 매체"),
        ["url"] = Folded(
            "url link permalink weburl uri href sourceurl articleurl canonicalurl originalurl pageurl mainentityofpage canonical alternate",
            "lien enlace collegamento länk linkki bağlantı ссылка 链接 网址 網址 リンク 링크"),
        ["language"] = Folded("language lang languagecode", "sprache langue idioma lengua lingua taal språk sprog kieli język jazyk nyelv язык мова dil 语言 言語 언어"),
        ["section"] = Folded(
            "section sectionname category desk rubric topic taxonomyprimarysection",
            "ressort rubrik rubrique catégorie sección seccion categoría sezione categoria rubrica seção secção editoria rubriek sectie categorie avdelning kategori sektion seksjon osasto kategoria dział rubrika kategorie rovat kategória рубрика раздел категория bölüm 栏目 分类 版面 カテゴリ 분류 카테고리"),
        ["authors"] = Folded(
            "authors author byline writer creator reporter journalist creditsby",
            "autor autorin autoren verfasser auteur auteurs auteure autora autores redactor periodista autore autori giornalista schrijver författare skribent forfatter kirjoittaja kirjoittajat toimittaja autorzy szerző yazar penulis автор авторы συντάκτης الكاتب المؤلف 作者 记者 著者 筆者 記者 기자 저자 작성자"),
        ["tags"] = Folded(
            "tags keywords topics labels subjects taxonomytags",
            "schlagworte schlagwörter stichworte themen motsclés étiquettes etiquetas palabrasclave parolechiave palavraschave trefwoorden nyckelord nøgleord emneord nøkkelord stikkord avainsanat asiasanat słowakluczowe tagi klíčováslova címkék kulcsszavak теги ключевыеслова etiketler 标签 关键词 タグ キーワード 태그 키워드"),
    };

    /// <summary>Names of what stands in the place of a text where there is none.</summary>
    private static readonly string[] Summaries = Folded(
        "leadparagraph summary description shortdescription standfirst abstract excerpt lead snippet",
        "zusammenfassung vorspann teaser résumé chapô resumen entradilla sommario riassunto resumo samenvatting sammanfattning ingress sammendrag tiivistelmä ingressi streszczenie аннотация описание 摘要 요약");

    /// <summary>By field, where a name stands among those of the field.</summary>
    private static readonly Dictionary<string, Dictionary<string, int>> Ranks = Known.ToDictionary(
        field => field.Key,
        field => (field.Key == "body" ? field.Value.Concat(Summaries) : field.Value).Distinct().Select((name, rank) => (name, rank)).ToDictionary(each => each.name, each => each.rank, StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>How telling a name is of a field, 0 the most; null where it is none of the field's.</summary>
    /// <param name="field">One of <see cref="FieldMapping.Fields"/>.</param>
    /// <param name="folded">As <see cref="Fold"/> leaves it.</param>
    public static int? RankOf(string field, string folded) => Ranks[field].TryGetValue(folded, out var rank) ? rank : null;

    /// <summary>True for what somebody calls a field.</summary>
    public static bool Knows(string name) => Fold(name) is var folded && FieldMapping.Fields.Any(field => RankOf(field, folded) is not null);

    /// <summary>True for the name of whole texts, not of summaries.</summary>
    public static bool IsFullText(string name) => Known["body"].Contains(Fold(name));

    /// <summary>Letters and digits alone, without case and accents.</summary>
    public static string Fold(string name) =>
        new([.. name.Normalize(NormalizationForm.FormD).Where(c => char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(char.ToLowerInvariant)]);

    private static string[] Folded(params string[] names) => [.. names.SelectMany(each => each.Split(' ')).Select(Fold).Distinct()];
}
