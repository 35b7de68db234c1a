namespace SearchService;

/// <summary>Ends with the caller, or after the longest time that the service allows, whichever comes first.</summary>
internal sealed class CallDeadline : IDisposable
{
    private readonly CancellationTokenSource limit;
    private readonly CancellationTokenSource either;

    public CallDeadline(TimeSpan longest, TimeProvider clock, CancellationToken caller)
    {
        limit = new CancellationTokenSource(longest, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, caller);
    }

    public CancellationToken Token => either.Token;

    public void Dispose()
    {
        either.Dispose();
        limit.Dispose();
    }
}
