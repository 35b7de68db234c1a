using NewsIndex.Evaluation;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>A place of a phrase.</summary>
/// <param name="spellings">The words that can stand there; at least one.</param>
/// <param name="words">Selects articles with any of them.</param>
/// <param name="distance">Of the place from the beginning of the phrase.</param>
internal sealed class PhrasePlace(TermEvaluator[] spellings, Evaluator words, int distance)
{
    public Evaluator Words => words;

    /// <summary>Reads where the phrase would have to begin in an article, each position once and in ascending order.</summary>
    /// <returns>The number of positions.</returns>
    public int ReadStarts(int doc, ref int[] starts)
    {
        if (spellings.Length == 1)
            return ReadOnly(spellings[0].PositionsIn(doc), ref starts);
        var count = 0;
        foreach (var spelling in spellings)
        {
            var positions = spelling.PositionsIn(doc);
            if (starts.Length < count + positions.Length)
                Array.Resize(ref starts, 2 * (count + positions.Length));
            foreach (var position in positions)
                starts[count++] = position - distance;
        }

        Array.Sort(starts, 0, count);
        return KeepDistinct(starts, count);
    }

    private int ReadOnly(ReadOnlySpan<int> positions, ref int[] starts)
    {
        if (starts.Length < positions.Length)
            starts = new int[2 * positions.Length];
        var (into, count, last) = (starts, 0, int.MinValue);
        foreach (var position in positions)
        {
            into[count] = position - distance;
            count += position == last ? 0 : 1;
            last = position;
        }

        return count;
    }

    private static int KeepDistinct(int[] starts, int count)
    {
        var kept = Math.Min(1, count);
        for (var i = 1; i < count; i++)
        {
            if (starts[i] != starts[kept - 1])
                starts[kept++] = starts[i];
        }

        return kept;
    }
}
