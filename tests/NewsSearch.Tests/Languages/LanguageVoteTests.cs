using Enrichment.Languages;

namespace NewsSearch.Tests.Languages;

public sealed class LanguageVoteTests
{
    [Theory]
    [InlineData("The port was closed in the morning and will open when the fog has gone.", "en")]
    [InlineData("Der Hafen ist am Morgen nicht geöffnet und wird erst nach dem Nebel wieder auf sein.", "de")]
    [InlineData("Le port est fermé pour la journée mais il sera ouvert dans la nuit avec deux navires.", "fr")]
    [InlineData("El puerto está cerrado por la niebla y no se abre hasta la noche según los prácticos.", "es")]
    [InlineData("Satama on suljettu sumun takia eikä se ole vielä auki, sanoo satamakapteeni joka on paikalla.", "fi")]
    [InlineData("Порт был закрыт из за тумана и он не будет открыт до вечера, как сообщил капитан.", "ru")]
    [InlineData("De haven is dicht door de mist en het is niet zeker dat hij vanavond weer open gaat.", "nl")]
    [InlineData("Port jest zamknięty przez mgłę i nie będzie otwarty do wieczora, jak powiedział kapitan.", "pl")]
    public void Leads_by_function_words(string text, string expected) => Assert.Equal(expected, LanguageVote.Of(text).Leader);

    [Theory]
    [InlineData("霧のためエルスター港は閉鎖された", "ja")]
    [InlineData("大雾导致港口关闭", "zh")]
    [InlineData("안개로 항구가 폐쇄되었다", "ko")]
    [InlineData("ท่าเรือปิดเพราะหมอก", "th")]
    [InlineData("הנמל נסגר בגלל הערפל", "he")]
    [InlineData("Το λιμάνι έκλεισε λόγω ομίχλης", "el")]
    [InlineData("Նավահանգիստը փակվել է", "hy")]
    [InlineData("პორტი დაიხურა ნისლის გამო", "ka")]
    public void Is_plain_in_a_script_of_one_language(string text, string expected) =>
        Assert.Equal(new LanguageVote(expected, LanguageCertainty.Plain), LanguageVote.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("Elster Oberland 1987")]
    [InlineData("U.S.")]
    [InlineData("霧")]
    public void Has_no_leader_without_function_words(string text) => Assert.Null(LanguageVote.Of(text).Leader);

    [Theory]
    [InlineData("Von der Leyen", nameof(LanguageCertainty.Clear))]
    [InlineData("CO CO CO CO", nameof(LanguageCertainty.Doubtful))]
    [InlineData("The fog", nameof(LanguageCertainty.Doubtful))]
    public void Is_careful_with_names_and_repeated_words(string text, string most) =>
        Assert.True(LanguageVote.Of(text).Certainty <= Enum.Parse<LanguageCertainty>(most));

    [Fact]
    public void Is_plain_for_a_long_text_only()
    {
        const string Sentence = "They said that the port was closed and that it would not open when the fog had gone from there. ";

        Assert.Equal(LanguageCertainty.Strong, LanguageVote.Of(Sentence).Certainty);
        Assert.Equal(LanguageCertainty.Plain, LanguageVote.Of(Sentence + Sentence).Certainty);
    }

    [Fact]
    public void Reads_the_first_three_thousand_characters()
    {
        var start = string.Concat(Enumerable.Repeat("They said that it was not there. ", 100));

        Assert.Equal(LanguageVote.Of(start), LanguageVote.Of(start + string.Concat(Enumerable.Repeat("Der Hafen ist nicht auf. ", 900))));
    }

    [Fact]
    public void Does_not_count_parts_of_dotted_acronyms() =>
        Assert.Equal(default, LanguageVote.Of("S.p.A. co.uk a.m. i.e."));
}
