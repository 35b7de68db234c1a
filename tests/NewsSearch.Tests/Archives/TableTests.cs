using System.Text;
using Indexer.Archives;
using Indexer.Fields;
using Indexer.Records;

namespace NewsSearch.Tests.Archives;

public sealed class TableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("\u00DCberschrift;Volltext;Erscheinungsdatum;Zeitung;Autorin;Ressort")]
    [InlineData("Titel;Text;Datum;Blatt;Verfasser;Rubrik")]
    [InlineData("Titre;Texte;Date de publication;Journal;Auteur;Rubrique")]
    [InlineData("T\u00EDtulo;Cuerpo;Fecha de publicaci\u00F3n;Medio;Autor;Secci\u00F3n")]
    [InlineData("Titolo;Testo;Data;Testata;Autore;Sezione")]
    [InlineData("t\u00EDtulo;corpo;data de publica\u00E7\u00E3o;jornal;autor;editoria")]
    [InlineData("kop;tekst;datum;krant;auteur;rubriek")]
    [InlineData("Rubrik;Br\u00F6dtext;Publicerad;Tidning;Skribent;Avdelning")]
    [InlineData("overskrift;br\u00F8dtekst;dato;avis;forfatter;sektion")]
    [InlineData("Otsikko;Leip\u00E4teksti;Julkaistu;Lehti;Kirjoittaja;Osasto")]
    [InlineData("Tytu\u0142;Tre\u015B\u0107;Data publikacji;\u0179r\u00F3d\u0142o;Autor;Dzia\u0142")]
    [InlineData("c\u00EDm;sz\u00F6veg;d\u00E1tum;forr\u00E1s;szerz\u0151;rovat")]
    [InlineData("Заголовок;Текст;Дата публикации;Источник;Автор;Рубрика")]
    [InlineData("\u6807\u9898;\u6B63\u6587;\u53D1\u5E03\u65E5\u671F;\u6765\u6E90;\u4F5C\u8005;\u680F\u76EE")]
    public void Columns_are_known_in_the_languages_of_newsrooms(string columns)
    {
        var article = Read(FieldMapping.ByName, columns
            + "\nFog closes port;A ship ran aground.;2021-04-05;Elster Post;Jane Doe;Ships\n")[0];
        Assert.Equal(("Fog closes port", "A ship ran aground.", "2021-04-05", "Elster Post", "Ships"),
            (article.Headline, article.Body, article.Published.Date?.ToString(), article.Source, article.Section));
        Assert.Equal(["Jane Doe"], article.Authors);
    }

    [Theory]
    [InlineData("https://e.example/1", "https://e.example/1")]
    [InlineData("https://e.example/?p=1", "https://e.example/?p=1")]
    [InlineData("https://e.example/", null)]
    [InlineData("https://e.example", null)]
    public void The_front_page_of_a_site_is_the_address_of_no_article(string address, string? expected) =>
        Assert.Equal(expected, Read(FieldMapping.ByName, $"title,text,url\nFog closes port,A ship ran aground.,{address}\n")[0].Url);

    [Theory]
    [InlineData("source", "https://e.example/news", "https://e.example/news")]
    [InlineData("media,site", "https://e.example/1.jpg,Elster Post", "Elster Post")]
    [InlineData("source", "https://e.example", "https://e.example")]
    public void The_address_of_a_page_is_a_source_only_where_no_name_is_and_never_the_address_of_the_article(
        string columns, string values, string source)
    {
        var article = Read(FieldMapping.ByName, $"title,text,{columns}\nFog closes port,A ship ran aground.,{values}\n")[0];
        Assert.Equal((source, null), (article.Source, article.Url));
    }

    [Theory]
    [InlineData("1/13/2021 2/14/2021 12/31/2021", "4/5/2021", "2021-04-05")]
    [InlineData("13/1/2021 14/2/2021 31/12/2021", "4/5/2021", "2021-05-04")]
    [InlineData("1/13/2021 2/14/2021", "4/5/2021", null)]
    [InlineData("1/13/2021 2/14/2021 12/31/2021 31/12/2021", "4/5/2021", null)]
    [InlineData("1/13/2021 2/14/2021 12/31/2021", "31/12/2021", "2021-12-31")]
    public void Dates_of_a_column_tell_which_number_is_the_month(string others, string date, string? expected) =>
        Assert.Equal(expected, Dates(FieldMapping.ByName, [.. others.Split(' '), date])[^1]);

    [Theory]
    [InlineData("1/13/2021 2/14/2021 12/31/2021", "2021-04-05")]
    [InlineData("13/1/2021 14/2/2021 31/12/2021", "2021-05-04")]
    [InlineData("1/13/2021", null)]
    public void Dates_of_a_member_tell_as_much(string others, string? expected) =>
        Assert.Equal(expected,
            Read(FieldMapping.ByName,
                string.Concat(others.Split(' ')
                    .Append("4/5/2021")
                    .Select(date => $$"""{"title":"Fog","text":"A ship ran aground.","date":"{{date}}"}"""
                        + "\n")))[^1].Published.Date?.ToString());

    [Theory]
    [InlineData("month-first", "2021-04-05")]
    [InlineData("day-first", "2021-05-04")]
    public void A_mapping_may_say_which_number_is_the_month(string order, string expected) =>
        Assert.Equal(expected, Assert.Single(Dates(Mapping($$"""{"date_order":"{{order}}"}"""), "4/5/2021")));

    [Fact]
    public void An_order_that_is_none_is_refused() =>
        Assert.Contains("expected \"month-first\" or \"day-first\"",
            Assert.Throws<FieldMappingException>(() => Mapping("""{"date_order":"MDY"}""")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_mapping_may_number_the_columns_of_a_table_without_names()
    {
        var articles = Read(Mapping("""{"section":"#1","headline":"#2","body":"#3"}"""),
            "3;\"Fog, thick\";\"A ship; ran\naground.\"\n4;Keeper retires;After 40 years.\n");
        Assert.Equal(["3 Fog, thick A ship; ran aground.", "4 Keeper retires After 40 years."],
            articles.Select(
                article =>
                    $"{article.Section} {article.Headline} "
                    + $"{article.Body.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal)}"));
    }

    [Theory]
    [InlineData("""{"headline":"Titel","body":"Bodie"}""", "the mapping names Bodie; the table has Titel, Text, Datum")]
    [InlineData("""{"headline":"Titel","body":"Text"}""", null)]
    public void A_column_that_the_table_has_not_is_noted_and_the_field_goes_by_name(string mapping, string? notice)
    {
        var read = Assert.IsType<Reading.Read>(
            Assert.Single(ReadingsOf(Mapping(mapping), "\nTitel;Text;Datum\nFog;A ship ran aground.;18.11.2019\n")));
        Assert.Equal(("Fog", "A ship ran aground.", notice), (read.Article.Headline, read.Article.Body, read.Notice));
    }

    [Theory]
    [InlineData("By Jane Doe and John Roe", "Jane Doe|John Roe")]
    [InlineData("von Trapp", "von Trapp")]
    [InlineData("Doe, Jane; Roe, John", "Doe, Jane|Roe, John")]
    [InlineData("Jane Doe, John Roe", "Jane Doe|John Roe")]
    [InlineData("['Jane Doe', 'Pat O'Neil']", "Jane Doe|Pat O'Neil")]
    [InlineData("[\"Jane Doe\", \"Pat O'Neil\"]", "Jane Doe|Pat O'Neil")]
    [InlineData("12", "")]
    [InlineData("Smith, John A.", "Smith, John A.")]
    [InlineData("de Gaulle, Charles", "de Gaulle, Charles")]
    [InlineData("John Smith, Jane Doe", "John Smith|Jane Doe")]
    [InlineData("John Smith, Reuters", "John Smith|Reuters")]
    public void Authors_are_names(string field, string expected) =>
        Assert.Equal(expected,
            string.Join('|',
                Read(FieldMapping.ByName,
                    $"title,text,author\nFog,A ship ran aground.,\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"
                    + "")[0].Authors));

    private static List<string?> Dates(FieldMapping mapping, params string[] dates) =>
        Read(mapping, "Date,Headline,Text\n" + string.Concat(dates.Select(date => $"{date},Fog,A ship ran aground.\n")))
            .ConvertAll(article => article.Published.Date?.ToString());

    private FieldMapping Mapping(string json)
    {
        File.WriteAllText(folder.File("mapping.json"), json);
        return FieldMapping.Read(folder.File("mapping.json"));
    }

    private static List<NewsIndex.Articles.Article> Read(FieldMapping mapping, string content) =>
        [.. ReadingsOf(mapping, content).OfType<Reading.Read>().Select(reading => reading.Article)];

    private static List<Reading> ReadingsOf(FieldMapping mapping, string content) =>
        [.. new ArchiveFile(new ArchiveReaders(mapping)).Read("file", new MemoryStream(Encoding.UTF8.GetBytes(content)))];
}
