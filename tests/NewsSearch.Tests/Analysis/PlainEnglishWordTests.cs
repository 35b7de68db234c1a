using CsCheck;
using NewsIndex.Analysis;

namespace NewsSearch.Tests.Analysis;

/// <summary>A word of letters and digits comes to what the analysis of any text makes of it.</summary>
public sealed class PlainEnglishWordTests
{
    private static readonly string[] Endings =
        ["", "s", "es", "ies", "ed", "ing", "ly", "ise", "isation", "ising", "ational", "ness", "fulness", "y", "ment", "0", "19"];

    private static readonly Gen<string> Words =
        Gen.Select(Gen.String[Gen.Char["abcdehinorstuvwyzAEGINOSTUWY0179"], 1, 9], Gen.Int[0, Endings.Length - 1].Select(i => Endings[i]))
            .Select((word, ending) => word + ending);

    [Theory]
    [InlineData("The")]
    [InlineData("It")]
    [InlineData("women")]
    [InlineData("BOUGHT")]
    [InlineData("Universities")]
    [InlineData("organisations")]
    [InlineData("F16s")]
    [InlineData("1987")]
    public void Words_of_all_kinds_are_equal(string word) => AssertEqual(word);

    [Theory]
    [InlineData("US", false)]
    [InlineData("us", true)]
    [InlineData("U.S", false)]
    [InlineData("don't", false)]
    [InlineData("1,000", false)]
    [InlineData("a_b", false)]
    [InlineData("e-mail", false)]
    [InlineData("café", false)]
    [InlineData("1987", true)]
    public void Words_with_other_spellings_or_characters_are_not_plain(string word, bool expected) =>
        Assert.Equal(expected, PlainEnglishWord.Is(word));

    [Fact]
    public void Any_plain_word_is_equal() => Words.Sample(AssertEqual, iter: 20_000);

    private static void AssertEqual(string word)
    {
        if (!PlainEnglishWord.Is(word))
            return;
        var exact = Assert.Single(NewsAnalyzer.Instance.Analyse("text.exact", "en", word, WordUse.Index));
        var made = PlainEnglishWord.Exact(word);
        Assert.Equal(exact.Casing, made.Casing);
        Assert.Equal(exact with { Casing = null }, made with { Casing = null });
        var stems = NewsAnalyzer.Instance.Analyse("text", "en", word, WordUse.Index);
        Assert.Equal(stems.Count == 0 ? null : stems.Single(), PlainEnglishWord.Stem(word));
    }
}
