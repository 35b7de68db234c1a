using Recognition.Ensemble;
using Recognition.Perceptron;

namespace NewsSearch.Tests.Recognition.Ensemble;

public sealed class DoubtTests
{
    [Theory]
    [InlineData("..........", "")]
    [InlineData("?.........", "0-4")]
    [InlineData(".........?", "6-10")]
    [InlineData(".....?....................", "2-9")]
    // Closer than three words of what surrounds them: one.
    [InlineData(".....?....?.......", "2-14")]
    [InlineData(".....?.........?......", "2-19")]
    [InlineData(".....?..........?......", "2-9 13-20")]
    public void Three_words_on_each_side_are_read_with_a_word_in_doubt(string sentence, string expected)
    {
        var scored = new ScoredSentence(new byte[sentence.Length], [], [.. sentence.Select(word => word == '?' ? 1 : 100)]);
        Assert.Equal(expected, string.Join(' ', Doubt.In([scored], 50).Select(doubt => $"{doubt.Start}-{doubt.End}")));
    }

    [Fact]
    public void Sentences_are_never_joined()
    {
        var scored = new ScoredSentence(new byte[2], [], [1, 1]);
        Assert.Equal([new Doubt(0, 0, 2), new Doubt(1, 0, 2)], Doubt.In([scored, scored], 50));
    }
}
