using NewsIndex.Results;
using NewsIndex.Searching.Views;

namespace NewsSearch.Tests.Searching;

/// <summary>The first hits of a sorted list.</summary>
internal sealed class ListedHits : IFirstHits
{
    private readonly List<RankedHit> sorted;
    private readonly FirstHitsRequest request;
    private readonly Func<int, string> idOf;

    public ListedHits(IEnumerable<RankedHit> hits, FirstHitsRequest request, HitTotal total, Func<int, string> idOf)
    {
        (this.request, Total, this.idOf) = (request, total, idOf);
        Order = Comparer<RankedHit>.Create(Compare);
        sorted = [.. hits.Order(Order)];
    }

    public HitTotal Total { get; }

    public IComparer<RankedHit> Order { get; }

    public RankedHit[] Window() => [.. sorted.Take(request.Window)];

    public IReadOnlyList<RankedHit> Behind() => [.. sorted.Skip(request.Window).Where(IsOnPage).Take(request.Count)];

    public bool IsOnPage(RankedHit hit) => request.After is not { } after || hit.SortKey < after.SortKey
        || (hit.SortKey == after.SortKey && string.CompareOrdinal(IdOf(hit), after.Id) > 0);

    public string IdOf(RankedHit hit) => idOf(hit.Doc);

    private int Compare(RankedHit x, RankedHit y) =>
        x.SortKey == y.SortKey ? string.CompareOrdinal(IdOf(x), IdOf(y)) : y.SortKey.CompareTo(x.SortKey);
}
