using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Queries;
using NewsIndex.Results;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Views;

/// <summary>Finds headlines by their words.</summary>
internal sealed class HeadlineSearch(IndexSnapshot snapshot, CancellationToken cancellation)
{
    /// <summary>Returns headlines with all words and one of the endings, newest first, near-duplicates once.</summary>
    public IReadOnlyList<(string Id, string Headline)> Find(IReadOnlyList<string> words, IReadOnlyList<string> endings, int limit)
    {
        var all = new BooleanQuery();
        foreach (var word in words)
            all.Add(new TermQuery(new Term(IndexFields.HeadlineExact, word)), Occur.MUST);
        var last = new TermsFilter(IndexFields.HeadlineExact, [.. endings.Select(ending => new BytesRef(ending))]);
        all.Add(new ConstantScoreQuery(last), Occur.MUST);
        var top = new TopArticles(snapshot.Reader, HitOrder.Newest, limit, null, null, copiesOnce: true, cancellation);
        snapshot.Searcher.Search(all, top);
        return Array.ConvertAll(top.InOrder(), hit => (top.IdOf(hit), HeadlineOf(hit)));
    }

    private string HeadlineOf(RankedHit hit) =>
        StoredDocument.Read(snapshot.Reader.Leaves[hit.Segment].AtomicReader, hit.Doc, ArticleDetail.Heading).Article.Headline;
}
