namespace SearchService.Access;

/// <summary>What a call needs and a caller may do. No scope includes another.</summary>
internal enum AccessScope
{
    /// <summary>Anyone, signed in or not: health, which orchestrators ask without a key.</summary>
    Open,

    /// <summary>Anyone who is signed in.</summary>
    SignedIn,

    /// <summary>Searches, counts, articles, entities, and what the index holds.</summary>
    Search,

    /// <summary>Writing and deleting articles.</summary>
    Ingest,

    /// <summary>Correcting entities, and reading the corrections.</summary>
    Correct,

    /// <summary>Generations and their pins, snapshots, checks and reloading.</summary>
    Admin,

    /// <summary>Reading /metrics.</summary>
    Metrics,
}
