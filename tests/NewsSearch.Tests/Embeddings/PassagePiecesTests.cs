using CsCheck;
using NewsIndex.Embeddings;

namespace NewsSearch.Tests.Embeddings;

public sealed class PassagePiecesTests
{
    private static readonly string[] Words = ["harbour", "strike", "unaffable", "embeddings", "3.5", "\u00c9cole", "Qeshm"];

    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(1, new[] { 1 })]
    [InlineData(110, new[] { 110 })]
    [InlineData(111, new[] { 55, 56 })]
    [InlineData(220, new[] { 110, 110 })]
    [InlineData(221, new[] { 73, 74, 74 })]
    public void Passages_are_as_few_as_hold_the_text_and_of_nearly_equal_length(int words, int[] lengths)
    {
        // Each word is one piece.
        var text = string.Join(' ', Enumerable.Repeat("harbour", words));
        Assert.Equal(lengths, PassagePieces.Of(text).Select(passage => passage.Length));
    }

    [Fact]
    public void Passages_are_the_pieces_of_the_text_cut_between_words() =>
        Gen.Int[0, Words.Length - 1].Array[0, 900].Sample(numbers =>
        {
            string[] words = [.. numbers.Select(number => Words[number])];
            var text = string.Join(' ', words);
            var passages = PassagePieces.Of(text);
            Assert.Equal(WordVectors.Numbers(text), passages.SelectMany(passage => passage));
            var longestWord = words.Select(word => WordVectors.Numbers(word).Count).DefaultIfEmpty(0).Max();
            Assert.All(passages, passage => Assert.InRange(passage.Length, 1, PassagePieces.MaxPieces + longestWord));
            HashSet<int> begins = [.. WordPieceRuns.Of(text).Select(run => WordVectors.Numbers(run)[0])];
            Assert.All(passages, passage => Assert.Contains(passage[0], begins));
        });

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void A_text_without_words_has_no_passages(string text) => Assert.Empty(PassagePieces.Of(text));
}
