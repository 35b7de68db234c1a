using CsCheck;
using Recognition.Ensemble;
using Recognition.Perceptron;

namespace NewsSearch.Tests.Recognition.Ensemble;

public sealed class UncertaintyFilterTests
{
    private const int MinMargin = 50;

    [Theory]
    [InlineData("..........", "")]
    [InlineData("?.........", "0-4")]
    [InlineData(".........?", "6-10")]
    [InlineData(".....?....................", "2-9")]
    // Contexts with at most three tokens between them are joined.
    [InlineData(".....?....?.......", "2-14")]
    [InlineData(".....?.........?......", "2-19")]
    [InlineData(".....?..........?......", "2-9 13-20")]
    public void Selects_uncertain_tokens_with_three_tokens_of_context(string sentence, string expected)
    {
        var spans = UncertaintyFilter.Select([Scored(sentence)], MinMargin);
        Assert.Equal(expected, string.Join(' ', spans.Select(span => $"{span.Start}-{span.End}")));
    }

    [Fact]
    public void Does_not_join_spans_of_different_sentences() =>
        Assert.Equal(
            [new UncertainSpan(0, 0, 2), new UncertainSpan(2, 0, 2)],
            UncertaintyFilter.Select([Scored("??"), Scored(".."), Scored("??")], MinMargin));

    [Theory]
    [InlineData(49, 1)]
    [InlineData(50, 0)]
    [InlineData(int.MaxValue, 0)]
    [InlineData(-7, 1)]
    public void Is_uncertain_of_tokens_below_the_margin(int margin, int expected) =>
        Assert.Equal(expected, UncertaintyFilter.Select([new ScoredSentence(new byte[1], [], [margin])], MinMargin).Count);

    [Fact]
    public void Covers_every_uncertain_token_and_leaves_out_what_is_far_from_any() =>
        Check.Sample(
            Gen.Char["...........?"].Array[1, 80].Select(chars => new string(chars)),
            sentence =>
            {
                var spans = UncertaintyFilter.Select([Scored(sentence)], MinMargin);
                var covered = spans.SelectMany(span => Enumerable.Range(span.Start, span.End - span.Start)).ToList();
                Assert.Equal(covered.Distinct(), covered);
                Assert.All(Enumerable.Range(0, sentence.Length), i =>
                {
                    var near = sentence[Math.Max(0, i - 3)..Math.Min(sentence.Length, i + 4)].Contains('?', StringComparison.Ordinal);
                    Assert.True(!near || covered.Contains(i));
                });
                Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.Second.Start - pair.First.End > 3));
                Assert.All(spans, span => Assert.Contains('?', sentence[span.Start..span.End]));
            },
            iter: 500);

    private static ScoredSentence Scored(string sentence) =>
        new(new byte[sentence.Length], [], [.. sentence.Select(token => token == '?' ? 1 : 100)]);
}
