using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Scoring;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Counting;

/// <summary>
/// Selects the articles of a query without scores. Reads terms and disjunctions from posting lists without frequencies into bit sets;
/// Lucene 4.8 scores each clause of a disjunction even for collectors that need no scores.
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

    /// <summary>Returns the number of hits if document frequencies give it exactly; null if articles must be visited.</summary>
    public static long? CountOf(LuceneQuery query, IndexReader reader) => query switch
    {
        MatchAllDocsQuery => reader.NumDocs,
        TermQuery term when !reader.HasDeletions => reader.DocFreq(term.Term),
        _ => null,
    };

    /// <param name="found">Returns the bits of a segment by its number.</param>
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
