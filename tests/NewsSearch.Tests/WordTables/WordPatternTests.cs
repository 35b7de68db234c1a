using Enrichment.WordTables;

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
    [InlineData("aktualisiert am", "aktualisiert")]
    [InlineData("aktualisier", "aktualisier")]
    public void Reads_a_star_as_the_rest_of_a_word(string text, string expected) =>
        Assert.Equal(expected, FirstMatch(WordPattern.AnyOf(["aktualisier*"]), text));

    [Fact]
    public void Takes_signs_of_regular_expressions_as_they_are() =>
        Assert.Equal("e.V", FirstMatch(WordPattern.AnyOf(["e.V"]), "etV e.V"));

    [Fact]
    public void Matches_nothing_without_phrases() => Assert.Null(FirstMatch(WordPattern.AnyOf([]), "any text"));

    [Fact]
    public void Ignores_case_only_when_asked()
    {
        var pattern = WordPattern.AnyOf(["News"]);

        Assert.Matches(WordPattern.OfAnyCase(pattern), "NEWS");
        Assert.DoesNotMatch(WordPattern.Of(pattern), "NEWS");
    }

    private static string? FirstMatch(string pattern, string text) =>
        WordPattern.Of(pattern).Match(text) is { Success: true } match ? match.Value : null;
}
