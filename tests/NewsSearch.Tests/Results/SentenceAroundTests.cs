using NewsIndex.Results;

namespace NewsSearch.Tests.Results;

public sealed class SentenceAroundTests
{
    [Theory]
    [InlineData("It rained. The storm hit the coast. It ended.", "storm", "The storm hit the coast.")]
    [InlineData("Only the storm", "storm", "Only the storm")]
    [InlineData("A headline\nThe storm hit", "storm", "The storm hit")]
    [InlineData("Mr. Smith saw the storm. He left.", "storm", "Mr. Smith saw the storm.")]
    public void The_sentence_of_a_match_ends_at_full_stops_and_line_ends(string text, string word, string sentence) =>
        Assert.Equal(sentence, Around(text, word));

    [Fact]
    public void A_long_sentence_is_cut_between_words()
    {
        var filler = string.Concat(Enumerable.Repeat("word ", 200));
        var sentence = Around($"{filler}storm {filler}", "storm");
        Assert.InRange(sentence.Length, 500, 620);
        Assert.StartsWith("word ", sentence, StringComparison.Ordinal);
        Assert.EndsWith(" word", sentence, StringComparison.Ordinal);
    }

    private static string Around(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        var range = SentenceAround.Of(text, new TextRange(at, at + word.Length));
        return text[range.Start..range.End];
    }
}
