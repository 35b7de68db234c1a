using System.Numerics;
using Lucene.Net.Index;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Postings;
using NewsIndex.Lucene.Schema;
using NewsIndex.Ranking;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>
/// Reads which words the texts of some hits have, and where. Postings are read from hit to hit, so that those of other articles are not
/// decoded.
/// </summary>
internal sealed class WindowTextReader(IndexReader reader, WindowRescorer rescorer, CancellationToken cancellation)
{
    /// <summary>Keeps reads that are meant for the caches of the processor from being left out as useless.</summary>
    private int approached;

    /// <summary>Returns the words of each hit with a term of a field, as bits.</summary>
    /// <param name="hits">In ascending order of their places in the index.</param>
    /// <param name="field">Any but <see cref="WindowField.Headline"/>.</param>
    public uint[] FindWords(RankedHit[] hits, WindowField field)
    {
        var found = new uint[hits.Length];
        for (var (first, end) = (0, 0); first < found.Length; first = end)
        {
            end = EndOfSegment(hits, first);
            var languages = LanguagesOf(hits, first, end);
            foreach (var term in rescorer.Terms)
            {
                if (term.Field != field)
                    continue;
                using var postings = PostingsOf(term, hits[first].Segment, languages);
                for (var i = first; i < end && postings is not null; i++)
                {
                    if (postings.Has(hits[i].Doc))
                        found[i] |= term.WordsOf(languages[i - first]);
                }
            }
        }

        return found;
    }

    /// <summary>Returns ascending positions by hit and word; null for words that are not read.</summary>
    /// <param name="hits">In ascending order of their places in the index.</param>
    /// <param name="words">The words to read of each hit, as bits.</param>
    public int[]?[][] ReadPositions(RankedHit[] hits, uint[] words)
    {
        var positions = new int[]?[hits.Length][];
        for (var i = 0; i < positions.Length; i++)
            positions[i] = new int[]?[BitOperations.Log2(words[i] | 1) + 1];
        for (var (first, end) = (0, 0); first < positions.Length; first = end)
        {
            end = EndOfSegment(hits, first);
            var languages = LanguagesOf(hits, first, end);
            foreach (var term in rescorer.Terms)
            {
                if (term.Field != WindowField.Positions)
                    continue;
                using var postings = PostingsOf(term, hits[first].Segment, languages);
                if (postings is null)
                    continue;
                Approach(postings, hits.AsSpan(first, end - first));
                for (var i = first; i < end; i++)
                {
                    if ((term.WordsOf(languages[i - first]) & words[i]) is var wanted and not 0)
                        Add(postings.PositionsIn(hits[i].Doc), wanted, positions[i]);
                }
            }
        }

        return positions;
    }

    private void Approach(TermEvaluator postings, ReadOnlySpan<RankedHit> hits)
    {
        Span<int> docs = stackalloc int[PostingList.BlockSize];
        for (var i = 0; i < Math.Min(docs.Length, hits.Length); i++)
            docs[i] = hits[i].Doc;
        approached += postings.Approach(docs[..Math.Min(docs.Length, hits.Length)]);
    }

    private static void Add(ReadOnlySpan<int> found, uint words, int[]?[] positions)
    {
        if (found.IsEmpty)
            return;
        var own = found.ToArray();
        for (; words != 0; words &= words - 1)
        {
            ref var known = ref positions[BitOperations.TrailingZeroCount(words)];
            known = known is null ? own : Merged(known, own);
        }
    }

    /// <summary>Positions of a word with several spellings.</summary>
    private static int[] Merged(int[] one, int[] other)
    {
        int[] all = [.. one, .. other];
        Array.Sort(all);
        return all;
    }

    private static int EndOfSegment(RankedHit[] hits, int first)
    {
        var end = first + 1;
        while (end < hits.Length && hits[end].Segment == hits[first].Segment)
            end++;
        return end;
    }

    private int[] LanguagesOf(RankedHit[] hits, int first, int end)
    {
        var column = LanguageColumn.Of(reader.Leaves[hits[first].Segment].AtomicReader);
        var languages = new int[end - first];
        for (var i = first; i < end; i++)
            languages[i - first] = column[hits[i].Doc];
        return languages;
    }

    /// <returns>Null for a term that no hit can have.</returns>
    private TermEvaluator? PostingsOf(WindowTerm term, int segment, ReadOnlySpan<int> languages)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!IsWordOfAny(term, languages))
            return null;
        var leaf = reader.Leaves[segment].AtomicReader;
        var text = new Term(term.Field == WindowField.TypedForm ? IndexFields.TextExact : IndexFields.Text, term.Term);
        // Hits are visible, so that the postings need not be filtered by a scope.
        if (PostingList.Find(SegmentView.Of(leaf).Whole, text) is not { } postings)
            return null;
        var profile = PostingProfiles.Of(leaf, text, postings);
        return new TermEvaluator(postings, profile, () => throw new InvalidOperationException("nothing is scored"), cancellation);
    }

    private static bool IsWordOfAny(WindowTerm term, ReadOnlySpan<int> languages)
    {
        foreach (var language in languages)
        {
            if (term.WordsOf(language) != 0)
                return true;
        }

        return false;
    }
}
