using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Schema;
using NewsIndex.Positions;

namespace NewsIndex.Lucene.Positions;

/// <summary>Reads the terms of a plan from postings.</summary>
internal static class TermPostings
{
    /// <summary>The words in the order of the dictionary.</summary>
    public static IReadOnlyList<BytesRef> BytesOf(this PositionPlan.Terms terms) => terms.Words switch
    {
        DictionaryWords known => known.Bytes,
        [var only] => [new BytesRef(only)],
        var words => [.. words.Select(word => new BytesRef(word)).Order()],
    };

    /// <summary>The parts of postings that <see cref="Accepts"/> reads.</summary>
    public static DocsAndPositionsFlags Flags(this PositionPlan.Terms terms) =>
        terms.Written is null ? DocsAndPositionsFlags.NONE : DocsAndPositionsFlags.PAYLOADS;

    /// <summary>True when a posting has the required form and stands in the text; names listed beside the text do not.</summary>
    /// <param name="postings">At the position, read with <see cref="Flags"/>.</param>
    public static bool Accepts(this PositionPlan.Terms terms, DocsAndPositionsEnum postings, int position) =>
        !(terms.Field == IndexFields.Mentions && position >= IndexFields.GivenPosition)
        && (terms.Written is null || terms.Written.Accepts(PayloadAt(postings)));

    /// <summary>The place of a word in <see cref="BytesOf"/>; negative for any other.</summary>
    /// <param name="words">In the order of the dictionary.</param>
    public static int PlaceOf(this IReadOnlyList<BytesRef> words, ReadOnlySpan<byte> word)
    {
        var (low, high) = (0, words.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = word.SequenceCompareTo(words[middle].Bytes.AsSpan(words[middle].Offset, words[middle].Length));
            if (order == 0)
                return middle;
            (low, high) = order < 0 ? (low, middle - 1) : (middle + 1, high);
        }

        return -1;
    }

    /// <summary>Tells the documents of a segment in which the words count.</summary>
    public static Func<int, bool> ArticlesOf(this PositionPlan.Terms terms, AtomicReader segment) =>
        ChosenArticles.In(segment, terms.Articles) is { } named ? doc => named.Contains(doc) != terms.Articles!.IsExcluding : _ => true;

    private static ReadOnlySpan<byte> PayloadAt(DocsAndPositionsEnum postings) =>
        postings.GetPayload() is { } payload ? payload.Bytes.AsSpan(payload.Offset, payload.Length) : [];
}
