using System.Numerics;
using NewsIndex.Evaluation;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// Words at given distances. Finds the articles that have all of them first, and reads the positions of those articles alone.
/// </summary>
/// <param name="places">At least two.</param>
internal sealed class PhraseEvaluator(PhrasePlace[] places, Func<TermScores> scores, BitMemory memory, CancellationToken cancellation)
    : Evaluator
{
    private const int ArticlesBetweenCancellationChecks = 1024;
    private const int InitialPositions = 64;

    private readonly PhrasePlace[] byCost = [.. places.OrderBy(place => place.Words.Cost)];
    private int[] starts = new int[InitialPositions];
    private int[] others = new int[InitialPositions];

    /// <summary>Articles that were found last.</summary>
    private readonly CountedArticles counted = new();
    private TermScores? scoring;

    public override long Cost => byCost[0].Words.Cost;

    public override void AddTo(Span<long> found)
    {
        var candidates = memory.Rent();
        var words = candidates.AsSpan(0, found.Length);
        byCost[0].Words.AddTo(words);
        KeepPhrases(words, byCost.AsSpan(1));
        BitWords.Or(found, words);
        memory.GiveBack(candidates);
    }

    public override void Keep(Span<long> found) => KeepPhrases(found, byCost);

    public override void Score(ReadOnlySpan<int> docs, Span<float> into)
    {
        scoring ??= scores();
        for (var i = 0; i < docs.Length; i++)
        {
            var freq = counted.Of(docs[i]) is var known and > 0 ? known : FreqIn(docs[i]);
            into[i] = freq == 0 ? 0 : scoring.Of(docs[i], freq);
        }
    }

    /// <param name="missing">Places whose words are not yet known to be in the articles.</param>
    private void KeepPhrases(Span<long> found, ReadOnlySpan<PhrasePlace> missing)
    {
        foreach (var place in missing)
            place.Words.Keep(found);
        counted.Clear();
        var looked = 0;
        for (var word = 0; word < found.Length; word++)
        {
            for (var left = (ulong)found[word]; left != 0; left &= left - 1)
            {
                if (++looked % ArticlesBetweenCancellationChecks == 0)
                    cancellation.ThrowIfCancellationRequested();
                var bit = BitOperations.TrailingZeroCount(left);
                var doc = (word * BitWords.Size) + bit;
                if (FreqIn(doc) is var freq and > 0)
                {
                    counted.Add(doc, freq);
                }
                else
                {
                    found[word] &= ~(1L << bit);
                }
            }
        }
    }

    /// <summary>Counts the positions at which the phrase begins in an article.</summary>
    private int FreqIn(int doc)
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
