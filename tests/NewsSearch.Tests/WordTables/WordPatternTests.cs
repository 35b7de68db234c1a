using Indexer.WordTables;

namespace NewsSearch.Tests.WordTables;

public class WordPatternTests
{
    [Theory]
    [InlineData("a new day in town", "new day")]
    [InlineData("a new deal", "new")]
    [InlineData("renewal", "new")]
    [InlineData("nothing", null)]
    public void Matches_the_longest_phrase(string text, string? expected) =>
        Assert.Equal(expected, FirstMatch(WordPattern.AnyOf(["new", "new day"]), text));

    [Theory]
    [InlineData("was updated today", "updated")]
    [InlineData("the update", "update")]
    [InlineData("outdated", null)]
    [InlineData("updatedly", null)]
    public void Matches_whole_words(string text, string? expected) =>
        Assert.Equal(expected, FirstMatch(WordPattern.AnyWordOf(["update", "updated"]), text));

    [Theory]
    [InlineData("aktualisiert am", "aktualisiert")]
    [InlineData("Stand der Aktualisierung", "Aktualisierung")]
    [InlineData("aktualisier", "aktualisier")]
    [InlineData("unaktualisiert", null)]
    public void Reads_a_star_as_the_rest_of_a_word(string text, string? expected) =>
        Assert.Equal(expected, FirstMatch(WordPattern.AnyWordOf(["aktualisier*"]), text));

    [Theory]
    [InlineData("最終更新日", "更新")]
    [InlineData("وانتشاره", "انتشار")]
    [InlineData("อัปเดตล่าสุด", "อัปเดต")]
    [InlineData("업데이트됨", "업데이트")]
    public void Matches_inside_of_words_in_scripts_that_join_words(string text, string expected) =>
        Assert.Equal(expected, FirstMatch(WordPattern.AnyWordOf(["update", "更新", "انتشار", "อัปเดต", "업데이트"]), text));

    [Theory]
    [InlineData("cập nhật", "cập nhật")]
    [InlineData("cập nhậts", null)]
    [InlineData("обновлено", "обновлено")]
    [InlineData("необновлено", null)]
    [InlineData("ενημέρωση", "ενημέρωση")]
    public void Knows_letters_with_several_accents_Cyrillic_and_Greek_as_scripts_with_spaces(string text, string? expected) =>
        Assert.Equal(expected, FirstMatch(WordPattern.AnyWordOf(["cập nhật", "обновлено", "ενημέρωση"]), text));

    [Theory]
    [InlineData("(c) 2019", "(c)")]
    [InlineData("all©2019", "©")]
    public void Matches_signs_beside_anything(string text, string expected) =>
        Assert.Equal(expected, FirstMatch(WordPattern.AnyWordOf(["c.", "(c)", "©"]), text));

    [Fact]
    public void Takes_signs_of_regular_expressions_as_they_are() =>
        Assert.Equal("e.V", FirstMatch(WordPattern.AnyOf(["e.V"]), "etV e.V"));

    [Fact]
    public void Matches_nothing_without_phrases()
    {
        Assert.Null(FirstMatch(WordPattern.AnyOf([]), "any text"));
        Assert.Null(FirstMatch(WordPattern.AnyWordOf([]), "any text"));
    }

    [Theory]
    [InlineData("NEWS", true)]
    [InlineData("news", true)]
    [InlineData("newsy", false)]
    public void Ignores_case_when_asked(string text, bool expected) =>
        Assert.Equal(expected, WordPattern.CompileIgnoringCase(WordPattern.AnyWordOf(["News"])).IsMatch(text));

    [Fact]
    public void Keeps_case_otherwise() => Assert.DoesNotMatch(WordPattern.Compile(WordPattern.AnyWordOf(["News"])), "news");

    private static string? FirstMatch(string pattern, string text) =>
        WordPattern.CompileIgnoringCase(pattern).Match(text) is { Success: true } match ? match.Value : null;
}
