using System.Text.Json;
using NewsIndex.Embeddings;

namespace NewsSearch.Tests.Embeddings;

public sealed class WordVectorsTests
{
    [Fact]
    public void Pieces_and_vectors_are_those_of_the_examples()
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Embeddings", "vectors-examples.jsonl")))
        {
            using var example = JsonDocument.Parse(line);
            var text = example.RootElement.GetProperty("text").GetString()!;
            Assert.Equal(example.RootElement.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32()), WordVectors.Numbers(text));
            var vector = WordVectors.OfPieces(WordVectors.Numbers(text));
            var length = Math.Sqrt(vector.Sum(each => (double)each * each));
            Assert.All(
                example.RootElement.GetProperty("vector_first_8").EnumerateArray().Zip(vector),
                pair => Assert.Equal(pair.First.GetDouble(), pair.Second / length, 4));
        }
    }

    [Theory]
    [InlineData("Trump's 3.5 pct_of U.S.", "trump|'|s|3|.|5|pct|_|of|u|.|s|.")]
    [InlineData("S\u00e3o Paulo\u2014\u201cYes\u201d", "sao|paulo|\u2014|\u201c|yes|\u201d")]
    [InlineData("a\u00a0b\tc\u0007d", "a|b|cd")]
    [InlineData("\u4e2d\u6587x", "\u4e2d|\u6587|x")]
    [InlineData("  ", "")]
    public void A_text_is_cut_as_the_vocabulary_was_made(string text, string runs) =>
        Assert.Equal(runs, string.Join('|', WordPieceRuns.Of(text)));

    [Theory]
    [InlineData("")]
    [InlineData("\ud800 \u0000")]
    public void A_text_without_pieces_has_no_direction(string text) => Assert.Null(WordVectors.ToBytes(WordVectors.Of(text)));
}
