using System.Globalization;
using NewsIndex.Suggesting;

namespace NewsSearch.Tests.Suggesting;

public sealed class CompletionsTests
{
    [Theory]
    [InlineData("oil pr", 4, "price=7 president=3 prime=0", 10, "oil price=7, oil president=3")]
    [InlineData("pr", 0, "price=1 president=3", 10, "president=3, price=1")]
    [InlineData("pr", 0, "price=1 president=3 prime=9", 2, "president=3, price=1")]
    [InlineData("pr", 0, "", 10, "")]
    public async Task The_last_word_is_completed_by_words_with_which_the_text_finds_articles(
        string typed, int lastWord, string words, int limit, string expected)
    {
        var counts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split('=')).ToList();
        var found = await Completions.WordsAsync(typed, lastWord, counts.Select(each => each[0]), limit,
            text => ValueTask.FromResult(
                long.Parse(counts.First(each => text.EndsWith(each[0], StringComparison.Ordinal))[1], CultureInfo.InvariantCulture)));
        Assert.Equal(expected, string.Join(", ", found.Select(each => $"{each.Text}={each.Articles}")));
    }
}
