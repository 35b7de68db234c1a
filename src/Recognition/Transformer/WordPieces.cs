using NewsIndex.Embeddings;

namespace Recognition.Transformer;

/// <summary>Splits words into the pieces that the network knows.</summary>
/// <param name="vocabulary">The pieces in the order of their numbers.</param>
internal sealed class WordPieces(IEnumerable<string> vocabulary)
{
    public const int Begin = 2;
    public const int End = 3;

    private const int MaxPieces = 12;

    private readonly WordPieceVocabulary vocabulary = new(vocabulary);

    /// <summary>At least one piece, at most twelve.</summary>
    public int[] Of(string word)
    {
        var pieces = new List<int>();
        foreach (var run in WordPieceRuns.Of(Plain(word)))
            vocabulary.Add(run, pieces);
        return pieces.Count == 0 ? [vocabulary.Unknown] : [.. pieces.Take(MaxPieces)];
    }

    /// <summary>Brackets and quotation marks as the network has learned them.</summary>
    private static string Plain(string word) => word switch
    {
        "-LRB-" => "(",
        "-RRB-" => ")",
        "``" or "''" or "\u201C" or "\u201D" => "\"",
        "\u2019" or "\u2018" => "'",
        _ => word,
    };
}
