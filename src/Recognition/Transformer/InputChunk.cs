namespace Recognition.Transformer;

/// <summary>Sentences that are read by the transformer in one run, up to 128 pieces. A longer sentence is truncated.</summary>
internal sealed class InputChunk
{
    /// <summary>Maximum number of pieces, including <c>[CLS]</c> and <c>[SEP]</c>.</summary>
    private const int MaxPieces = 128;

    private readonly List<long> ids = [WordPieceEncoder.ClassifierId];
    private readonly List<long> caseClasses = [CaseClass.NoLetterOrDigit];

    /// <summary>The sentences: their index in the document, and by word the position of its first piece, up to the truncation.</summary>
    public List<(int Sentence, int Words, List<int> FirstPieces)> Sentences { get; } = [];

    /// <summary>Returns whether a sentence can be added whole; the first one always can.</summary>
    public bool Fits(EncodedWord[] sentence) =>
        Sentences.Count == 0 || ids.Count + sentence.Sum(word => word.Pieces.Length) + 1 <= MaxPieces;

    public void Add(int index, EncodedWord[] sentence)
    {
        var firstPieces = new List<int>(sentence.Length);
        foreach (var word in sentence)
        {
            if (ids.Count + word.Pieces.Length + 1 > MaxPieces)
                break;
            firstPieces.Add(ids.Count);
            foreach (var piece in word.Pieces)
            {
                ids.Add(piece);
                caseClasses.Add(word.CaseClass);
            }
        }

        Sentences.Add((index, sentence.Length, firstPieces));
    }

    /// <summary>Returns the three inputs of the network, of equal length.</summary>
    public (long[] Ids, long[] CaseClasses, long[] Mask) Inputs()
    {
        long[] all = [.. ids, WordPieceEncoder.SeparatorId];
        var mask = new long[all.Length];
        mask.AsSpan().Fill(1);
        return (all, [.. caseClasses, CaseClass.NoLetterOrDigit], mask);
    }
}
