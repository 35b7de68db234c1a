using NewsIndex.Results;

namespace NewsIndex.Searching.Views;

/// <summary>The first hits of a query. Reads ids when asked, because most hits of a window need none.</summary>
internal interface IFirstHits
{
    HitTotal Total { get; }

    /// <summary>Compares hits by key, larger first, and by id in the order of code points.</summary>
    IComparer<RankedHit> Order { get; }

    /// <summary>Returns the hits of the window in order.</summary>
    RankedHit[] Window();

    /// <summary>Returns the hits behind the window that follow the cursor, in order. Hits ordered by date have no score.</summary>
    IReadOnlyList<RankedHit> Behind();

    /// <summary>Returns false for a hit up to the cursor, by the key that the hit has now.</summary>
    bool IsOnPage(RankedHit hit);

    string IdOf(RankedHit hit);
}
