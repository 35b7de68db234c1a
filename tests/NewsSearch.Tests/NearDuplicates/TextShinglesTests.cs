using CsCheck;
using NewsIndex.NearDuplicates;

namespace NewsSearch.Tests.NearDuplicates;

public sealed class TextShinglesTests
{
    private static readonly Gen<string> Text =
        Gen.Int[0, 5].Array[0, 60].Select(words => string.Join(' ', words.Select(word => $"w{word}")));

    [Theory]
    [InlineData("one two three four", 0)]
    [InlineData("one two three four five", 1)]
    [InlineData("one two three four five six", 2)]
    [InlineData("one two three four five one two three four five", 5)]
    [InlineData("北京大学的学", 2)]
    public void A_shingle_is_five_words_long_and_counts_once(string text, int shingles) =>
        Assert.Equal(shingles, TextShingles.Of(text).Length);

    [Theory]
    [InlineData("The harbour was closed on Friday", "the HARBOUR was, closed: on friday!")]
    [InlineData("It’s the king’s ship at sea", "It's the king's ship at sea")]
    public void Case_and_punctuation_do_not_count(string text, string other) =>
        Assert.Equal(TextShingles.Of(text), TextShingles.Of(other));

    [Fact]
    public void There_are_as_many_as_distinct_runs_of_words_and_they_ascend() => Text.Sample(text =>
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var runs = Enumerable.Range(0, Math.Max(0, words.Length - 4)).Select(i => string.Join(' ', words.Skip(i).Take(5))).Distinct();
        var shingles = TextShingles.Of(text);
        Assert.Equal(runs.Count(), shingles.Length);
        Assert.Equal(shingles.Order(), shingles);
    });

    [Fact]
    public void Resemblance_is_the_share_that_sets_give() => Gen.Select(Text, Text).Sample((one, other) =>
    {
        var (a, b) = (TextShingles.Of(one), TextShingles.Of(other));
        var all = a.Union(b).Count();
        Assert.Equal(all == 0 ? 0 : (double)a.Intersect(b).Count() / all, TextShingles.Resemblance(a, b));
    });
}
