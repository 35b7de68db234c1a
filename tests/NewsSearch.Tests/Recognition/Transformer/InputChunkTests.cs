using Recognition.Transformer;

namespace NewsSearch.Tests.Recognition.Transformer;

public sealed class InputChunkTests
{
    [Fact]
    public void Lines_up_pieces_case_classes_and_mask()
    {
        var chunk = new InputChunk();
        chunk.Add(0, [new([10, 11], 5), new([12], 2)]);
        chunk.Add(1, [new([13], 3)]);
        var (ids, caseClasses, mask) = chunk.Inputs();
        Assert.Equal([WordPieceEncoder.ClassifierId, 10, 11, 12, 13, WordPieceEncoder.SeparatorId], ids);
        Assert.Equal([0, 5, 5, 2, 3, 0], caseClasses);
        Assert.Equal([1, 1, 1, 1, 1, 1], mask);
    }

    [Fact]
    public void Knows_the_first_piece_of_every_word()
    {
        var chunk = new InputChunk();
        chunk.Add(3, [new([10, 11], 5), new([12], 2)]);
        chunk.Add(7, [new([13], 3)]);
        Assert.Equal([(3, 2), (7, 1)], chunk.Sentences.Select(sentence => (sentence.Sentence, sentence.Words)));
        Assert.Equal([1, 3], chunk.Sentences[0].FirstPieces);
        Assert.Equal([4], chunk.Sentences[1].FirstPieces);
    }

    [Theory]
    [InlineData(100, 26, true)]
    [InlineData(100, 27, false)]
    public void Holds_128_pieces_with_those_that_frame_them(int first, int second, bool fits)
    {
        var chunk = new InputChunk();
        chunk.Add(0, Sentence(first));
        Assert.Equal(fits, chunk.Fits(Sentence(second)));
    }

    [Fact]
    public void Truncates_a_sentence_that_is_too_long_for_a_chunk_of_its_own()
    {
        var chunk = new InputChunk();
        Assert.True(chunk.Fits(Sentence(200)));
        chunk.Add(0, Sentence(200));
        var (_, words, firstPieces) = Assert.Single(chunk.Sentences);
        Assert.Equal(200, words);
        Assert.Equal(126, firstPieces.Count);
        Assert.Equal(128, chunk.Inputs().Ids.Length);
    }

    private static EncodedWord[] Sentence(int words) => [.. Enumerable.Repeat(new EncodedWord([9], 2), words)];
}
