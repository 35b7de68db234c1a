using NewsIndex.Analysis;

namespace NewsSearch.Tests.Analysis;

public sealed class QueryAnalysisTests
{
    [Theory]
    [InlineData("elections", "en", "elect")]
    [InlineData("the", "en", "")]
    [InlineData("die", "en", "die")]
    [InlineData("die", "de", "")]
    public void A_text_is_read_as_its_language_has_it(string text, string language, string expected)
    {
        // The last letter of a stem marks its language.
        var stems = QueryAnalysis.Stems(text, language).Select(word => new string([.. word.Term.Where(char.IsAsciiLetter)]));
        Assert.Equal(expected, string.Join(' ', stems));
    }

    [Fact]
    public void Words_as_written_are_not_stems() => Assert.Equal("elections", Assert.Single(QueryAnalysis.Exact("Elections")).Term);

    [Fact]
    public void A_text_is_remembered_by_its_language()
    {
        Assert.Same(QueryAnalysis.Stems("oil prices", "en"), QueryAnalysis.Stems("oil prices", "en"));
        Assert.NotSame(QueryAnalysis.Stems("oil prices", "en"), QueryAnalysis.Stems("oil prices", "de"));
    }

    /// <summary>More text than is remembered makes room by forgetting.</summary>
    [Fact]
    public void A_text_is_read_alike_after_it_was_forgotten()
    {
        var before = QueryAnalysis.Stems("oil prices", "en");
        for (var i = 0; i < 3; i++)
            QueryAnalysis.Exact(new string('x', 200_000 + i));
        Assert.NotSame(before, QueryAnalysis.Stems("oil prices", "en"));
        Assert.Equal(before, QueryAnalysis.Stems("oil prices", "en"));
    }
}
