using Recognition.Transformer;

namespace NewsSearch.Tests.Recognition.Transformer;

public sealed class WordPieceEncoderTests
{
    private static readonly string[] Vocabulary =
        ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "(", ")", "\"", "'", "new", "##s", "york", "-", "a", "##a"];

    private readonly WordPieceEncoder encoder = new(Vocabulary);

    [Theory]
    [InlineData("new", "new")]
    [InlineData("News", "new ##s")]
    [InlineData("NEW-YORK", "new - york")]
    [InlineData("other", "[UNK]")]
    [InlineData("new-other", "new - [UNK]")]
    [InlineData("", "[UNK]")]
    [InlineData("-LRB-", "(")]
    [InlineData("-RRB-", ")")]
    [InlineData("``", "\"")]
    [InlineData("''", "\"")]
    [InlineData("“", "\"")]
    [InlineData("’", "'")]
    public void Splits_words_into_pieces(string word, string expected) =>
        Assert.Equal(expected, string.Join(' ', encoder.Encode(word).Select(id => Vocabulary[id])));

    [Fact]
    public void Truncates_a_word_after_twelve_pieces()
    {
        Assert.Equal(12, encoder.Encode(new string('a', 12)).Length);
        Assert.Equal(12, encoder.Encode(new string('a', 13)).Length);
    }

    [Fact]
    public void Frames_inputs_with_the_ids_of_the_shipped_vocabulary()
    {
        var shipped = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Models", "vocab.txt")).Take(4).ToArray();
        Assert.Equal("[CLS]", shipped[WordPieceEncoder.ClassifierId]);
        Assert.Equal("[SEP]", shipped[WordPieceEncoder.SeparatorId]);
    }
}
