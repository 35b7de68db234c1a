using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Evaluation;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Evaluation;
using NewsIndex.Lucene.Postings;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Counting;

/// <summary>Selects the articles of a query without scores, as sets.</summary>
internal static class MatchingArticles
{
    /// <summary>Returns the number of hits if document frequencies give it exactly; null if articles must be visited.</summary>
    public static long? CountOf(LuceneQuery query, IndexReader reader) => query switch
    {
        MatchAllDocsQuery => reader.NumDocs,
        TermQuery term when !reader.HasDeletions => CountOf(term.Term, reader),
        _ => null,
    };

    private static long CountOf(Term term, IndexReader reader)
    {
        var count = 0L;
        foreach (var segment in reader.Leaves)
            count += PostingList.CountOf(segment.AtomicReader, term);
        return count;
    }

    /// <param name="found">Returns the bits of a segment by its number, which are empty.</param>
    public static void Select(IndexSearcher searcher, LuceneQuery query, Func<int, FixedBitSet> found, CancellationToken cancellation)
    {
        var rewritten = searcher.Rewrite(query);
        foreach (var segment in searcher.IndexReader.Leaves)
        {
            cancellation.ThrowIfCancellationRequested();
            using var evaluation = new SegmentEvaluation(searcher, segment, cancellation);
            var words = found(segment.Ord).GetBits().AsSpan(0, BitWords.LengthFor(segment.AtomicReader.MaxDoc));
            evaluation.Of(rewritten).AddTo(words);
            if (LiveArticles.Of(segment.AtomicReader) is { } live)
                BitWords.And(words, live);
        }
    }
}
