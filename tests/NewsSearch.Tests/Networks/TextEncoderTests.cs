using Networks;
using NewsIndex.Embeddings;

namespace NewsSearch.Tests.Networks;

public sealed class TextEncoderTests(TextEncoderTests.OpenEncoder open) : IClassFixture<TextEncoderTests.OpenEncoder>
{
    /// <summary>Cosines that the authors of Sentence-BERT publish of all-MiniLM-L6-v2, whose weights are not quantised.</summary>
    [Theory]
    [InlineData("The weather is lovely today.", "It's so sunny outside!", 0.6660)]
    [InlineData("The weather is lovely today.", "He drove to the stadium.", 0.1046)]
    [InlineData("It's so sunny outside!", "He drove to the stadium.", 0.1411)]
    [InlineData("It's so sunny outside!", "It's so sunny outside!", 1)]
    public void Cosines_are_those_of_the_network_that_it_was_made_from(string one, string other, double cosine) =>
        Assert.Equal(cosine, Dot(Encode(one), Encode(other)), 0.03);

    /// <summary>Numbers of the vocabulary of bert-base-uncased, as its documentation shows them.</summary>
    [Theory]
    [InlineData("Hello, world", new[] { 7592, 1010, 2088 })]
    [InlineData("embeddings", new[] { 7861, 8270, 4667, 2015 })]
    [InlineData("\u00c9cole", new[] { 12431 })]
    public void The_vocabulary_of_the_library_is_that_of_the_network(string text, int[] pieces) =>
        Assert.Equal(pieces, WordVectors.Numbers(text));

    [Fact]
    public void An_embedding_has_length_one_and_is_always_the_same()
    {
        var first = Encode("The harbour was closed on Monday.");
        Assert.Equal((TextEncoder.Dimensions, 1f), (first.Length, MathF.Round(Dot(first, first), 3)));
        var again = new float[8][];
        Parallel.For(0, again.Length, i => again[i] = Encode("The harbour was closed on Monday."));
        Assert.All(again, each => Assert.Equal(first, each));
    }

    [Fact]
    public void Pieces_that_do_not_fit_are_not_read()
    {
        int[] fitting = [.. Enumerable.Repeat(7592, TextEncoder.MaxPieces)];
        Assert.Equal(open.Encoder.Encode(fitting), open.Encoder.Encode([.. fitting, 2088, 2088]));
        Assert.NotEqual(open.Encoder.Encode(fitting), open.Encoder.Encode([.. fitting[..^1], 2088]));
    }

    [Fact]
    public void A_text_without_pieces_has_an_embedding_too() => Assert.Equal(TextEncoder.Dimensions, Encode("").Length);

    [Fact]
    public void A_file_that_is_no_network_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("no.onnx"), "no network");
        var refused = Assert.Throws<InvalidDataException>(() => new OnnxNetwork(folder.File("no.onnx")));
        Assert.StartsWith($"{folder.File("no.onnx")} is not a valid model; expected a network in ONNX format", refused.Message);
    }

    private static float Dot(float[] one, float[] other) => one.Zip(other, (a, b) => a * b).Sum();

    private float[] Encode(string text) => open.Encoder.Encode(WordVectors.Numbers(text));

    public sealed class OpenEncoder : IDisposable
    {
        public TextEncoder Encoder { get; } = TextEncoder.Open();

        public void Dispose() => Encoder.Dispose();
    }
}
