using NewsIndex.Results;
using NewsIndex.Searching.Views;

namespace NewsIndex.Searching;

/// <summary>The first hits of a plan after all stages.</summary>
/// <param name="first">Hits of the first stage, which know the ids.</param>
internal sealed class RankedHits(IReadOnlyList<RankedHit> hits, IFirstHits first)
{
    /// <summary>Hits in order.</summary>
    public IReadOnlyList<RankedHit> Hits => hits;

    public HitTotal Total => first.Total;

    public string IdOf(RankedHit hit) => first.IdOf(hit);
}
