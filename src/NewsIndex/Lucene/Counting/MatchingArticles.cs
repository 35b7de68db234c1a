using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Scoring;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Counting;

/// <summary>
/// Selects the articles of a query without their scores. Terms and disjunctions are read from posting lists without frequencies straight
/// into bit sets: Lucene 4.8 would score each clause of a disjunction, even for a collector that asks for no score.
/// </summary>
internal sealed class MatchingArticles
{
    private const int ArticlesBetweenCancellationChecks = 4096;

    private readonly IndexSearcher searcher;
    private readonly CancellationToken cancellation;
    private readonly AtomicReaderContext segment;
    private readonly FixedBitSet found;
    private int looked;

    private MatchingArticles(IndexSearcher searcher, AtomicReaderContext segment, FixedBitSet found, CancellationToken cancellation) =>
        (this.searcher, this.segment, this.found, this.cancellation) = (searcher, segment, found, cancellation);

    /// <summary>How many articles a query finds, where document frequencies say so; null where articles must be looked at.</summary>
    public static long? CountOf(LuceneQuery query, IndexReader reader) => query switch
    {
        MatchAllDocsQuery => reader.NumDocs,
        TermQuery term when !reader.HasDeletions => reader.DocFreq(term.Term),
        _ => null,
    };

    /// <param name="found">The bits of each segment.</param>
    public static void Select(IndexSearcher searcher, LuceneQuery query, Func<int, FixedBitSet> found, CancellationToken cancellation)
    {
        var rewritten = searcher.Rewrite(query);
        foreach (var segment in searcher.IndexReader.Leaves)
        {
            cancellation.ThrowIfCancellationRequested();
            new MatchingArticles(searcher, segment, found(segment.Ord), cancellation).Add(rewritten);
        }
    }

    private void Add(LuceneQuery query)
    {
        switch (query)
        {
            case TermQuery term:
                AddTerm(term.Term);
                break;
            case BooleanQuery { MinimumNumberShouldMatch: 0 } any when any.Clauses.Count > 0 && any.Clauses.All(IsOptional):
                foreach (var clause in any.Clauses)
                    Add(clause.Query);
                break;
            case ByLanguageQuery byLanguage when byLanguage.PartOfAll(LanguageColumn.Of(segment.AtomicReader).Present) is { } part:
                Add(part);
                break;
            default:
                AddScored(query);
                break;
        }
    }

    private static bool IsOptional(BooleanClause clause) => clause.Occur == Occur.SHOULD;

    private void AddTerm(Term term)
    {
        var terms = segment.AtomicReader.GetTerms(term.Field)?.GetEnumerator();
        if (terms?.SeekExact(term.Bytes) == true)
            AddAll(terms.Docs(segment.AtomicReader.LiveDocs, null, DocsFlags.NONE));
    }

    private void AddScored(LuceneQuery query)
    {
        if (searcher.CreateNormalizedWeight(query).GetScorer(segment, segment.AtomicReader.LiveDocs) is { } scorer)
            AddAll(scorer);
    }

    private void AddAll(DocIdSetIterator articles)
    {
        for (var doc = articles.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = articles.NextDoc())
        {
            found.Set(doc);
            if (++looked % ArticlesBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
        }
    }
}
