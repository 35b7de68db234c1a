using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Queries;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Views;

/// <summary>Finds candidates for background reading.</summary>
internal sealed class CandidateSearch(IndexSnapshot snapshot, CancellationToken cancellation)
{
    public SimilarCandidate[] Find(SimilarRequest request)
    {
        var top = new TopArticles(
            snapshot.Reader, HitOrder.Relevance, request.Count, null, null, copiesOnce: true, cancellation);
        snapshot.Searcher.Search(QueryOf(request), top);
        return Array.ConvertAll(top.InOrder(), hit => Candidate(hit, top, request));
    }

    private BooleanQuery QueryOf(SimilarRequest request)
    {
        var query = new BooleanQuery();
        Add(query, IndexFields.Text, request.Words);
        Add(query, IndexFields.Mentions, request.Mentions);
        query.Add(new TermQuery(new Term(IndexFields.CopyGroup, ValueOf(IndexFields.CopyGroup, request.Article))), Occur.MUST_NOT);
        query.Add(new TermQuery(new Term(IndexFields.Id, ValueOf(IndexFields.Id, request.Article))), Occur.MUST_NOT);
        return query;
    }

    private BytesRef ValueOf(string field, RankedHit article)
    {
        var value = new BytesRef();
        snapshot.Reader.Leaves[article.Segment].AtomicReader.GetSortedDocValues(field).Get(article.Doc, value);
        return BytesRef.DeepCopyOf(value);
    }

    private static void Add(BooleanQuery query, string field, IReadOnlyList<(string Term, float Boost)> terms)
    {
        foreach (var (term, boost) in terms)
            query.Add(new TermQuery(new Term(field, term)) { Boost = boost }, Occur.SHOULD);
    }

    private SimilarCandidate Candidate(RankedHit hit, TopArticles top, SimilarRequest request)
    {
        var segment = snapshot.Reader.Leaves[hit.Segment].AtomicReader;
        var cosine = request.Meaning is { } meaning
            ? EmbeddingColumn.Of(segment)[hit.Doc].Cosine(meaning.Direction)
            : 0;
        var second = SegmentColumns.Of(segment).SortSeconds(segment)[hit.Doc];
        return new SimilarCandidate(
            hit, top.IdOf(hit), cosine, second == long.MinValue ? null : DateTimeOffset.FromUnixTimeSeconds(second));
    }
}
