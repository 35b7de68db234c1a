using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsIndex.Evaluation;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// Ranks articles that have all of some frequent words, which are known. Looks only at articles that are in such levels of the words that
/// their sum can be among the first: for two words, those in a high level of either, or in a middle level of both.
/// </summary>
internal sealed class LevelRanking
{
    /// <summary>More words have too many combinations of levels.</summary>
    private const int MaxWords = 4;

    /// <summary>Words of a set that are combined before the least score of hits is looked at again.</summary>
    private const int ChunkSize = 64;

    private const int Ranks = FactorLevels.Levels + 1;

    private readonly TermEvaluator[] terms;
    private readonly FactorLevels[] levels;

    /// <summary>May be longer than the levels.</summary>
    private readonly long[] hits;
    private readonly int length;
    private readonly HitOffers offers;

    /// <summary>What a word gives at most to an article outside of its first level, of its second, and to any.</summary>
    private readonly double[][] limits;

    /// <summary>The lowest levels, by word, that can reach together. Level 0 has all articles.</summary>
    private readonly List<int[]> reaching = [];

    /// <summary>Combination whose articles were offered; null for none.</summary>
    private int[]? done;

    private LevelRanking(TermEvaluator[] terms, FactorLevels[] levels, long[] hits, HitOffers offers)
    {
        (this.terms, this.levels, this.hits, this.offers) = (terms, levels, hits, offers);
        length = levels[0].SetOf(0).Length;
        limits = new double[terms.Length][];
        for (var word = 0; word < terms.Length; word++)
        {
            limits[word] = new double[Ranks];
            for (var rank = 0; rank < FactorLevels.Levels; rank++)
                limits[word][rank] = terms[word].Scoring.LimitOf(levels[word].Outside(rank));
            limits[word][FactorLevels.Levels] = terms[word].Scoring.MaxScore;
        }
    }

    /// <returns>Null where a word is not frequent, or the number of hits is not limited.</returns>
    public static LevelRanking? Of(TermEvaluator[] terms, HitOffers offers)
    {
        if (terms.Length > MaxWords || offers.Allowed is not { } hits || offers.Enough is null)
            return null;
        var levels = new FactorLevels[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Levels is not { } own)
                return null;
            levels[i] = own;
        }

        return new LevelRanking(terms, levels, hits, offers);
    }

    /// <summary>
    /// Offers the articles in the highest level of all words that has enough of them: most others cannot reach what these do.
    /// </summary>
    /// <returns>The articles in order.</returns>
    public int[] OfferHighest()
    {
        Span<long> found = stackalloc long[ChunkSize];
        var highest = new List<int>();
        for (var level = FactorLevels.Levels; level > 0 && highest.Count < offers.Enough; level--)
        {
            highest.Clear();
            done = null;
            int[] all = [.. Enumerable.Repeat(level, terms.Length)];
            for (var from = 0; from < length; from += ChunkSize)
                AddDocs(from, Find([all], from, found), highest);
            done = all;
        }

        foreach (var doc in highest)
            Offer(doc);
        return [.. highest];
    }

    /// <summary>Offers the articles that can be among the first, but for those offered before.</summary>
    /// <returns>False, with nothing offered, where levels would leave out no article.</returns>
    public bool TryCollect(CancellationToken cancellation)
    {
        Combine();
        if (reaching.Exists(each => Array.TrueForAll(each, level => level == 0)))
            return false;
        Span<long> found = stackalloc long[ChunkSize];
        var combined = offers.Least;
        for (var from = 0; from < length; from += ChunkSize)
        {
            cancellation.ThrowIfCancellationRequested();
            if (offers.Least > combined)
            {
                Combine();
                combined = offers.Least;
            }

            Offer(from, Find(reaching, from, found));
        }

        return true;
    }

    private void Offer(int from, ReadOnlySpan<long> found)
    {
        for (var i = 0; i < found.Length; i++)
        {
            for (var docs = (ulong)found[i]; docs != 0; docs &= docs - 1)
                Offer(((from + i) * BitWords.Size) + BitOperations.TrailingZeroCount(docs));
        }
    }

    private void Offer(int doc)
    {
        var sum = 0.0;
        foreach (var term in terms)
            sum += term.ScoreOf(doc);
        offers.Offer(doc, (float)sum);
    }

    private static void AddDocs(int from, ReadOnlySpan<long> found, List<int> docs)
    {
        for (var i = 0; i < found.Length; i++)
        {
            for (var left = (ulong)found[i]; left != 0; left &= left - 1)
                docs.Add(((from + i) * BitWords.Size) + BitOperations.TrailingZeroCount(left));
        }
    }

    /// <summary>Finds the hits of a part of the set that are in any of some combinations of levels and not yet done.</summary>
    private ReadOnlySpan<long> Find(List<int[]> combinations, int from, Span<long> buffer)
    {
        var found = buffer[..Math.Min(ChunkSize, length - from)];
        var i = 0;
        ref var first = ref MemoryMarshal.GetReference(found);
        for (; i + Vector256<long>.Count <= found.Length; i += Vector256<long>.Count)
        {
            var any = Vector256<long>.Zero;
            foreach (var combination in combinations)
                any |= VectorOf(combination, from + i);
            any &= Vector256.LoadUnsafe(ref hits[0], (nuint)(from + i));
            (done is null ? any : Vector256.AndNot(any, VectorOf(done, from + i))).StoreUnsafe(ref first, (nuint)i);
        }

        for (; i < found.Length; i++)
        {
            var any = 0L;
            foreach (var combination in combinations)
                any |= WordOf(combination, from + i);
            found[i] = any & hits[from + i] & (done is null ? -1 : ~WordOf(done, from + i));
        }

        return found;
    }

    /// <summary>Returns the articles of a combination in the words of the set from one on.</summary>
    private Vector256<long> VectorOf(int[] combination, int from)
    {
        var all = Vector256<long>.AllBitsSet;
        for (var word = 0; word < combination.Length; word++)
        {
            if (combination[word] > 0)
                all &= Vector256.LoadUnsafe(ref levels[word].SetOf(combination[word] - 1)[0], (nuint)from);
        }

        return all;
    }

    private long WordOf(int[] combination, int at)
    {
        var all = -1L;
        for (var word = 0; word < combination.Length; word++)
            all &= combination[word] > 0 ? levels[word].SetOf(combination[word] - 1)[at] : -1;
        return all;
    }

    /// <summary>Finds the combinations that can reach, without those whose articles another one has too.</summary>
    private void Combine()
    {
        reaching.Clear();
        Combine(new int[terms.Length], 0);
        reaching.RemoveAll(each => reaching.Exists(lower => lower != each && IsWithin(each, lower)));
    }

    /// <summary>Adds for each choice of levels of the other words the lowest level of the last that can reach.</summary>
    private void Combine(int[] combination, int word)
    {
        for (var level = 0; level < Ranks; level++)
        {
            combination[word] = level;
            if (word < terms.Length - 1)
            {
                Combine(combination, word + 1);
            }
            else if (CanReach(combination))
            {
                reaching.Add([.. combination]);
                return;
            }
        }
    }

    private bool CanReach(int[] combination)
    {
        var most = 0.0;
        for (var word = 0; word < combination.Length; word++)
            most += limits[word][combination[word]];
        return offers.CanReach(most);
    }

    /// <summary>Returns true if each level is part of the other combination's.</summary>
    private static bool IsWithin(int[] combination, int[] other)
    {
        for (var word = 0; word < combination.Length; word++)
        {
            if (combination[word] < other[word])
                return false;
        }

        return true;
    }
}
