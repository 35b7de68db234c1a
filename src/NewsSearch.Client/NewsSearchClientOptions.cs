namespace NewsSearch.Client;

/// <summary>How a client calls the service.</summary>
public sealed record NewsSearchClientOptions
{
    /// <summary>
    /// Longest duration of a call that is no stream, its retries included, unless the call has a deadline of its own. Null: no limit but
    /// the service's own. 30 s by default.
    /// </summary>
    public TimeSpan? Deadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call is made at most; 1 or more, where 1 means no retry. 4 by default.</summary>
    public int MaxAttempts { get; init; } = 4;

    /// <summary>
    /// Wait before the first retry of a call whose connection broke; it doubles with each further one. The service may ask for another
    /// wait. 100 ms by default.
    /// </summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>An API key or a JWT, sent as <c>authorization: Bearer</c>. Null or empty: none.</summary>
    public string? Credential { get; init; }

    /// <summary>Largest message that is received, in bytes. 64 MiB by default: a batch of searches may be large.</summary>
    public int MaxMessageBytes { get; init; } = 64 * 1024 * 1024;
}
