using Indexer.Languages;
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
    [InlineData("en-GB", "The minister said on Friday that the government would not change the law, and that he was sure of it.", "en-GB")]
    [InlineData("it-IT", "The minister said on Friday that the government would not change the law, and that he was sure of it.", "en")]
    [InlineData("fi", "Gold 1,204.50 Silver 16.55", "fi")]
    [InlineData(null, "1-0", null)]
    public void What_an_article_says_of_itself_counts_unless_its_text_is_clear(string? declared, string body, string? expected) => Assert.Equal(expected, Find(declared, body));

    private string? Find(string? declared, string body) =>
        finder.Complete([("archive", new Article { Id = "", Body = body, Language = declared })])[0].Language;
}
