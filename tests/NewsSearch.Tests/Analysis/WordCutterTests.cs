using NewsIndex.Analysis;

namespace NewsSearch.Tests.Analysis;

public sealed class WordCutterTests
{
    [Theory]
    [InlineData("The storm hit the coast.", "The|storm|hit|the|coast")]
    [InlineData("O'Brien's 10,000 votes", "O'Brien's|10,000|votes")]
    [InlineData("U.S. exports", "U.S|exports")]
    [InlineData("well-being", "well|being")]
    [InlineData("user@example.com", "user|example.com")]
    [InlineData("東京で", "東|京|で")]
    [InlineData("カタカナ", "カタカナ")]
    [InlineData("— … !", "")]
    [InlineData("", "")]
    public void Text_is_cut_by_the_word_boundaries_of_Unicode(string text, string words) =>
        Assert.Equal(words, string.Join('|', Cut(text)));

    [Fact]
    public void A_run_that_is_too_long_is_dropped_and_counted()
    {
        using var cutter = new WordCutter();
        cutter.Read(Normalised($"a {new string('x', WordCutter.MaxLength + 1)} b"));
        Assert.True(cutter.Next(out var first));
        Assert.Equal(0, cutter.TakeSkipped());
        Assert.True(cutter.Next(out var second));
        Assert.Equal((1, 1), (first.Length, cutter.TakeSkipped()));
        Assert.Equal(WordCutter.MaxLength + 4, second.Start);
        Assert.False(cutter.Next(out _));
    }

    [Fact]
    public void Peeking_does_not_advance()
    {
        using var cutter = new WordCutter();
        cutter.Read(Normalised("one two"));
        var peeked = cutter.Peek();
        Assert.True(cutter.Next(out var word));
        Assert.Equal(peeked, word);
    }

    [Theory]
    [InlineData("Reuters reported 3 storms", 4)]
    [InlineData("", 0)]
    [InlineData("…", 0)]
    [InlineData("well-being", 1)]
    [InlineData("O'Brien - twice", 2)]
    public void Words_are_counted_with_their_hyphens_and_apostrophes(string text, int words) => Assert.Equal(words, WordCount.Of(text));

    private static IEnumerable<string> Cut(string text)
    {
        using var cutter = new WordCutter();
        cutter.Read(Normalised(text));
        while (cutter.Next(out var word))
            yield return text[word.Start..word.End];
    }

    private static NormalisedText Normalised(string text)
    {
        var normalised = new NormalisedText();
        normalised.Read(text);
        return normalised;
    }
}
