using NewsIndex.Embeddings;

namespace Recognition.Transformer;

/// <summary>Splits words into WordPiece ids of the transformer's vocabulary.</summary>
/// <param name="vocabulary">The pieces in the order of their ids.</param>
internal sealed class WordPieceEncoder(IEnumerable<string> vocabulary)
{
    /// <summary>Id of <c>[CLS]</c>, the first piece of an input.</summary>
    public const int ClassifierId = 2;

    /// <summary>Id of <c>[SEP]</c>, the last piece of an input.</summary>
    public const int SeparatorId = 3;

    /// <summary>Pieces kept of a word. The tag is read from the first, so the others of an overlong word add little.</summary>
    private const int MaxPiecesPerWord = 12;

    private readonly WordPieceVocabulary vocabulary = new(vocabulary);

    /// <summary>Returns 1 to 12 ids; that of <c>[UNK]</c> for a word without known pieces.</summary>
    public int[] Encode(string word)
    {
        var pieces = new List<int>();
        foreach (var run in WordPieceRuns.Of(Normalise(word)))
            vocabulary.Add(run, pieces);
        return pieces.Count == 0 ? [vocabulary.Unknown] : [.. pieces.Take(MaxPiecesPerWord)];
    }

    /// <summary>Maps brackets and quotation marks, also as the Penn Treebank escapes them, to those of the training text.</summary>
    private static string Normalise(string word) => word switch
    {
        "-LRB-" => "(",
        "-RRB-" => ")",
        "``" or "''" or "\u201C" or "\u201D" => "\"",
        "\u2019" or "\u2018" => "'",
        _ => word,
    };
}
