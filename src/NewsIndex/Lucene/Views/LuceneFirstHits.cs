using NewsIndex.Lucene.Scoring;
using NewsIndex.Results;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Views;

/// <summary>The first hits that a collector has kept.</summary>
internal sealed class LuceneFirstHits(TopArticles top, HitTotal total) : IFirstHits
{
    public HitTotal Total => total;

    public IComparer<RankedHit> Order => top.Order;

    public RankedHit[] Window() => top.Window();

    public IReadOnlyList<RankedHit> Behind() => top.InOrder();

    public bool IsOnPage(RankedHit hit) => top.IsOnPage(hit);

    public string IdOf(RankedHit hit) => top.IdOf(hit);
}
