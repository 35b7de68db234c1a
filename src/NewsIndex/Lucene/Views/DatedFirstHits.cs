using NewsIndex.Lucene.Scoring;
using NewsIndex.Queries;
using NewsIndex.Results;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Views;

/// <summary>The first hits of an order by date or arrival, which no window rescores.</summary>
/// <param name="after">Null for the first page.</param>
internal sealed class DatedFirstHits(DatedArticles page, PageCursor? after, HitTotal total) : IFirstHits
{
    public HitTotal Total => total;

    public IComparer<RankedHit> Order => page.Order;

    public RankedHit[] Window() => [];

    public IReadOnlyList<RankedHit> Behind() => page.InOrder();

    public bool IsOnPage(RankedHit hit) => page.Order.Follows(hit, after);

    public string IdOf(RankedHit hit) => page.Order.IdOf(hit);
}
