using CsCheck;
using NewsIndex.Analysis;

namespace NewsSearch.Tests.Analysis;

public sealed class QueryAnalysisTests
{
    private static readonly string[] Words =
        ["the", "of", "US", "UN", "naïve", "e-mail", "AT&T", "U.S.", "10,000", "東京", "don't", "l'eau", "die", "", " "];

    private static readonly string[] Languages = ["en", "de", "fr", "ga"];

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
        Assert.Same(QueryAnalysis.Stems("prices", "en"), QueryAnalysis.Stems("prices", "en"));
        Assert.NotSame(QueryAnalysis.Stems("prices", "en"), QueryAnalysis.Stems("prices", "de"));
    }

    /// <summary>Texts of plain words are put together from what is known of each.</summary>
    [Fact]
    public void A_text_is_read_as_a_whole() => Gen.Select(
        Gen.OneOf(Gen.String[Gen.Char['a', 'z'], 1, 8], Gen.String[Gen.Char['A', 'Z'], 1, 3], Gen.String[Gen.Char['0', '9'], 1, 4],
            Gen.Int[0, Words.Length - 1].Select(i => Words[i])).Array[1, 6],
        Gen.Int[0, 3].Select(i => Languages[i]))
        .Sample((words, language) =>
        {
            var text = string.Join(' ', words);
            Assert.Equal(Whole("text.exact", "", text, WordUse.Plain), QueryAnalysis.Exact(text).Select(Shown));
            Assert.Equal(Whole("text", language, text, WordUse.Query), QueryAnalysis.Stems(text, language).Select(Shown));
            Assert.Equal(Whole("text", language, text, WordUse.Plain), QueryAnalysis.PlainStems(text, language).Select(Shown));
        },
        iter: 5_000);

    /// <summary>More text than is remembered makes room by forgetting.</summary>
    [Fact]
    public void A_text_is_read_alike_after_it_was_forgotten()
    {
        var before = QueryAnalysis.Stems("prices", "en");
        for (var i = 0; i < 3; i++)
            QueryAnalysis.Exact(new string('x', 200_000 + i));
        Assert.NotSame(before, QueryAnalysis.Stems("prices", "en"));
        Assert.Equal(before.Select(Shown), QueryAnalysis.Stems("prices", "en").Select(Shown));
    }

    private static IEnumerable<string> Whole(string field, string language, string text, WordUse use) =>
        NewsAnalyzer.Instance.Analyse(field, language, text, use).Select(Shown);

    private static string Shown(AnalysedWord word) => $"{word with { Casing = null }} {Convert.ToHexString(word.Casing ?? [])}";
}
