using Enrichment.Languages;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Languages;

public sealed class LanguageFinderTests
{
    private readonly LanguageFinder finder = new();

    [Theory]
    [InlineData("en", "The minister said on Friday that the government would not change the law, and that he was sure of it.")]
    [InlineData("de", "Der Minister sagte am Freitag, dass die Regierung das Gesetz nicht ändern werde und er sich dessen sicher sei.")]
    [InlineData("fr", "Le ministre a dit vendredi que le gouvernement ne changerait pas la loi et qu'il en était sûr.")]
    [InlineData("es", "El ministro dijo el viernes que el gobierno no cambiaría la ley y que estaba seguro de ello.")]
    [InlineData("fi", "Ministeri sanoi perjantaina, että hallitus ei muuta lakia ja että hän on siitä varma.")]
    [InlineData("sv", "Ministern sade på fredagen att regeringen inte kommer att ändra lagen och att han är säker på det.")]
    [InlineData("ru", "Министр сказал в пятницу, что правительство не изменит закон и что он в этом уверен.")]
    [InlineData("zh", "部长星期五表示,政府不会修改这项法律,他对此很有把握。")]
    [InlineData("ja", "大臣は金曜日に、政府は法律を変えないと述べ、それを確信していると語った。")]
    [InlineData("ko", "장관은 금요일에 정부가 법을 바꾸지 않을 것이라고 말했다.")]
    [InlineData("el", "Ο υπουργός δήλωσε την Παρασκευή ότι η κυβέρνηση δεν θα αλλάξει τον νόμο.")]
    [InlineData("et", "Minister ütles reedel, et valitsus seadust ei muuda ja et ta on selles kindel, sest kokkulepe kehtib.")]
    public void Finds_the_language_of_a_text(string expected, string body) => Assert.Equal(expected, Find(null, body));

    [Theory]
    [InlineData("de", "Die Häuser der Stadt werden teurer")]
    [InlineData("de", "Was Verbraucher jetzt wissen müssen")]
    [InlineData("de", "Warum die Mieten weiter steigen")]
    [InlineData("fr", "Le gouvernement annonce une nouvelle réforme des retraites")]
    [InlineData("fr", "Un homme arrêté après une attaque à Lyon")]
    [InlineData("es", "El Gobierno aprueba la reforma de las pensiones")]
    [InlineData("es", "La inflación baja por tercer mes consecutivo")]
    [InlineData("it", "I prezzi della benzina tornano a salire")]
    [InlineData("pt", "Homem é preso suspeito de matar o irmão")]
    [InlineData("nl", "Politie zoekt getuigen van overval in Utrecht")]
    [InlineData("sv", "Snö och blixthalka på vägarna")]
    [InlineData("fi", "Kahdeksan autoa vaurioitui - tulipaloa epäillään tahallaan sytytetyksi")]
    [InlineData("fi", "Lumimyräkkä katkoi sähköjä Itä-Suomessa")]
    [InlineData("pl", "Rząd przyjął projekt ustawy o podatkach")]
    [InlineData("tr", "Hükümet yeni vergi paketini açıkladı")]
    [InlineData("ru", "Правительство утвердило новый бюджет")]
    public void Finds_the_language_of_a_plain_headline(string expected, string headline) => Assert.Equal(expected, Find(null, headline));

    [Theory]
    [InlineData("KEY U.S. HOUSE TRADE SUBCOMMITTEE APPROVES BILL TO TOUGHEN U.S. TRADE LAWS")]
    [InlineData("MACMILLAN BLOEDEL RAISES U.S. NEWSPRINT PRICE BY 30 U.S. DLRS/TONNE, EFFECTIVE JULY 1")]
    [InlineData("F.W. WOOLWORTH CO 4TH QTR SHR 1.78 DLRS VS 1.64 DLRS")]
    [InlineData("F.W. WOOLWORTH CO FEBRUARY SALES INCREASE 11.3 PCT")]
    [InlineData("U.S. stocks fell Monday as U.S. bond yields climbed.")]
    [InlineData("BANCO DE LA NACION AND CO SEES CO NET UP")]
    [InlineData("S.p.A. and S.A. de C.V. firms in the U.K.")]
    [InlineData("Digital Analytics Program releases Web Analytics Playbook")]
    public void Letters_acronyms_and_names_do_not_make_an_English_line_foreign(string line)
    {
        Assert.True(Find(null, line) is null or "en");
        Assert.Equal("en", Find("en", line));
        Assert.Equal("en-GB", Find("en-GB", line));
    }

    private const string English = "The minister said on Friday that the government would not change the law, and that he was sure of it.";
    private const string LongEnglish = English
        + " He had been asked about it by members of the party who were not at the meeting. They will now have to wait for the vote, which "
        + "is to be held after the summer, and for what the courts say.";

    [Theory]
    [InlineData("en-GB", English, "en-GB")]
    [InlineData("it-IT", English, "it-IT")]
    [InlineData("it-IT", LongEnglish, "en")]
    [InlineData("sw", LongEnglish, "en")]
    [InlineData("de",
        "Farmers and grocers start a campaign against waste. A group of former growers launched a campaign to reach 40,000 schools in the "
        + "north and to warn children about what they throw away after lunch.",
        "en")]
    [InlineData("en", "Der Spiegel, Die Zeit, Das Bild und Die Welt", "en")]
    [InlineData("en", "Banco de la Nacion, Banco del Sur y de los Andes", "en")]
    [InlineData("fi", "Gold 1,204.50 Silver 16.55", "fi")]
    [InlineData("gl",
        "O ministro dixo o venres que o goberno non cambiará a lei e que estaba seguro diso. O ministro dixo o venres que o goberno non "
        + "cambiará a lei e que estaba seguro diso. Os deputados da oposición pediron máis tempo para os informes, e a votación será no "
        + "outono.",
        "gl")]
    [InlineData("ja", "東京都知事選挙結果発表", "ja")]
    [InlineData("yi", "דער מיניסטער האט געזאגט", "yi")]
    [InlineData("en", "部长星期五表示政府不会修改这项法律", "zh")]
    [InlineData(null, "1-0", null)]
    public void What_an_article_says_of_itself_holds_unless_its_text_is_long_and_plain(string? declared, string body, string? expected) =>
        Assert.Equal(expected, Find(declared, body));

    [Theory]
    [InlineData("a/b.jsonl", "a/b.jsonl")]
    [InlineData("news/2015/11/one.md", "news/2015/12/two.md")]
    public void A_short_text_is_read_as_the_rest_of_its_file_or_folder(string archive, string own)
    {
        var usual = Enumerable.Range(0, 30).Select(i => (archive, new Article { Id = $"{i}", Body = English }));
        var found = finder.Complete(
            [(own, new Article { Id = "short", Headline = "Web Analytics Playbook" }), .. usual,
            (own, new Article { Id = "name", Headline = "Von der Leyen visits Kyiv" }),
            (own, new Article { Id = "german", Headline = "Die Häuser der Stadt werden teurer und die Mieten auch" })]);
        Assert.Equal(("en", "en", "de"), (found[0].Language, found[^2].Language, found[^1].Language));
    }

    private string? Find(string? declared, string body) =>
        finder.Complete([("archive", new Article { Id = "", Body = body, Language = declared })])[0].Language;
}
