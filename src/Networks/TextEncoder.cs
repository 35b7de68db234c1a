namespace Networks;

/// <summary>
/// Encodes word pieces as a direction: texts that mean nearly the same point nearly the same way. English. Thread-safe.
/// </summary>
/// <remarks>
/// Reimers and Gurevych, "Sentence-BERT", 2019; Wang et al., "MiniLM", 2020. Results of two kinds of processors may differ in their last
/// bits.
/// </remarks>
public sealed class TextEncoder : IDisposable
{
    /// <summary>Pieces that the network reads at most, without those that it puts around a text.</summary>
    public const int MaxPieces = 126;

    /// <summary>Numbers of an embedding.</summary>
    public const int Dimensions = 384;

    /// <summary>Number of <c>[CLS]</c>, the first piece of an input.</summary>
    private const int ClassifierPiece = 101;

    /// <summary>Number of <c>[SEP]</c>, the last piece of an input.</summary>
    private const int SeparatorPiece = 102;

    private readonly OnnxNetwork network;

    private TextEncoder(OnnxNetwork network) => this.network = network;

    /// <summary>Identifies the network, such as <c>minilm-l6 1d2f3a4b5c6d</c>. Equal identities mean comparable embeddings.</summary>
    public string Identity => $"minilm-l6 {network.Hash}";

    /// <summary>Opens the network that ships. Takes about 100 ms and 60 MB.</summary>
    public static TextEncoder Open() => new(new OnnxNetwork(Path.Combine(AppContext.BaseDirectory, "Models", "encoder.onnx")));

    /// <summary>Returns the embedding of a text, of length 1.</summary>
    /// <param name="pieces">Numbers of its pieces; those after <see cref="MaxPieces"/> are not read.</param>
    public float[] Encode(IReadOnlyList<int> pieces)
    {
        var ids = new long[Math.Min(pieces.Count, MaxPieces) + 2];
        ids[0] = ClassifierPiece;
        for (var i = 1; i < ids.Length - 1; i++)
            ids[i] = pieces[i - 1];
        ids[^1] = SeparatorPiece;
        var mask = new long[ids.Length];
        mask.AsSpan().Fill(1);
        return network.Run("embedding", ("input_ids", ids), ("attention_mask", mask));
    }

    public void Dispose() => network.Dispose();
}
