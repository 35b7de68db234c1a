namespace NewsIndex.Embeddings;

/// <summary>A WordPiece vocabulary: pieces by number.</summary>
public sealed class WordPieceVocabulary
{
    private const int MaxRunLength = 100;

    private readonly Dictionary<string, int> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> continuing = new(StringComparer.Ordinal);

    /// <param name="pieces">In the order of their numbers, from 0; those that continue a word begin with <c>##</c>, and one is
    /// <c>[UNK]</c>.</param>
    public WordPieceVocabulary(IEnumerable<string> pieces)
    {
        foreach (var piece in pieces)
        {
            var continues = piece.Length > 2 && piece.StartsWith("##", StringComparison.Ordinal);
            (continues ? continuing : whole)[continues ? piece[2..] : piece] = Count++;
        }

        Unknown = whole["[UNK]"];
    }

    public int Count { get; }

    /// <summary>Pieces that begin a word, or are one, with their numbers.</summary>
    public IReadOnlyDictionary<string, int> Whole => whole;

    /// <summary>The number of the unknown piece, [UNK].</summary>
    public int Unknown { get; }

    /// <summary>
    /// Adds the pieces of a run: the longest from the left, again and again; a run that does not come out even is unknown.
    /// </summary>
    /// <param name="run">As <see cref="WordPieceRuns.Of"/> gives it.</param>
    public void Add(string run, List<int> pieces)
    {
        var before = pieces.Count;
        if (run.Length > MaxRunLength && run.EnumerateRunes().Count() > MaxRunLength)
        {
            pieces.Add(Unknown);
            return;
        }

        for (var start = 0; start < run.Length;)
        {
            var known = (start == 0 ? whole : continuing).GetAlternateLookup<ReadOnlySpan<char>>();
            var (end, number) = (run.Length, 0);
            while (end > start && !known.TryGetValue(run.AsSpan(start, end - start), out number))
                end--;
            if (end == start)
            {
                pieces.RemoveRange(before, pieces.Count - before);
                pieces.Add(Unknown);
                return;
            }

            pieces.Add(number);
            start = end;
        }
    }
}
