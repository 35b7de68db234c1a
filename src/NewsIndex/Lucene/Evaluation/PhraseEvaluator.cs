using NewsIndex.Evaluation;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// Words at given distances. Finds the articles that have all of them first, and reads the positions of those articles alone.
/// </summary>
/// <param name="places">At least two.</param>
internal sealed class PhraseEvaluator(PhrasePlace[] places, Func<TermScores> scores, BitMemory memory, CancellationToken cancellation)
    : FrequencyEvaluator(scores, memory, cancellation)
{
    private const int InitialPositions = 64;

    private readonly PhrasePlace[] byCost = [.. places.OrderBy(place => place.Words.Cost)];
    private int[] starts = new int[InitialPositions];
    private int[] others = new int[InitialPositions];

    public override long Cost => byCost[0].Words.Cost;

    public override void AddTo(Span<long> found)
    {
        var candidates = Memory.Rent();
        var words = candidates.AsSpan(0, found.Length);
        byCost[0].Words.AddTo(words);
        KeepPhrases(words, byCost.AsSpan(1));
        BitWords.Or(found, words);
        Memory.GiveBack(candidates);
    }

    public override void Keep(Span<long> found) => KeepPhrases(found, byCost);

    /// <param name="missing">Places whose words are not yet known to be in the articles.</param>
    private void KeepPhrases(Span<long> found, ReadOnlySpan<PhrasePlace> missing)
    {
        foreach (var place in missing)
            place.Words.Keep(found);
        KeepMatches(found);
    }

    /// <summary>Counts the positions at which the phrase begins in an article.</summary>
    protected override int FreqIn(int doc)
    {
        var count = byCost[0].ReadStarts(doc, ref starts);
        for (var i = 1; i < byCost.Length && count > 0; i++)
            count = KeepCommon(starts.AsSpan(0, count), Others(doc, byCost[i]));
        return count;
    }

    private ReadOnlySpan<int> Others(int doc, PhrasePlace place)
    {
        var count = place.ReadStarts(doc, ref others);
        return others.AsSpan(0, count);
    }

    /// <summary>Intersects two ascending lists in the place of the first.</summary>
    private static int KeepCommon(Span<int> positions, ReadOnlySpan<int> others)
    {
        var (kept, other) = (0, 0);
        for (var i = 0; i < positions.Length; i++)
        {
            while (other < others.Length && others[other] < positions[i])
                other++;
            if (other == others.Length)
                break;
            if (others[other] == positions[i])
                positions[kept++] = positions[i];
        }

        return kept;
    }
}
