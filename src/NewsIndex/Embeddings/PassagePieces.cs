namespace NewsIndex.Embeddings;

/// <summary>
/// Cuts a text into passages without overlap, as few as hold it, of nearly equal length: a short rest at the end would be near to many
/// queries by chance.
/// </summary>
internal static class PassagePieces
{
    /// <summary>
    /// Pieces of a passage, some 80 words. A passage ends with a word, so that it may be longer by one; encoders read at least 126.
    /// </summary>
    public const int MaxPieces = 110;

    /// <returns>Word pieces of each passage, in order; none for a text without a word.</returns>
    public static IReadOnlyList<int[]> Of(string text)
    {
        var (pieces, starts) = (new List<int>(text.Length / 4), new List<int>(text.Length / 5));
        foreach (var run in WordPieceRuns.Of(text))
        {
            starts.Add(pieces.Count);
            WordVectors.AddNumbers(run, pieces);
        }

        var count = (pieces.Count + MaxPieces - 1) / MaxPieces;
        var passages = new List<int[]>(count);
        var (begin, next) = (0, 0);
        for (var i = 1; i <= count; i++)
        {
            while (next < starts.Count && starts[next] < (long)pieces.Count * i / count)
                next++;
            var end = next < starts.Count ? starts[next] : pieces.Count;
            if (end > begin)
                passages.Add([.. pieces[begin..end]]);
            begin = end;
        }

        return passages;
    }
}
