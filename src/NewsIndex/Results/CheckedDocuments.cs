namespace NewsIndex.Results;

/// <summary>Counts the documents that a check reads, tells whoever asked, and stops the check when it is cancelled.</summary>
internal sealed class CheckedDocuments(Action<IndexCheckProgress> progress, CancellationToken cancellation)
{
    private const int Step = 4096;

    private long done;
    private long told;

    public long Total { get; set; }

    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public void Add(int documents)
    {
        done += documents;
        if (done - told < Step && done < Total)
            return;
        told = done;
        progress(new IndexCheckProgress(done, Total));
        ThrowIfStopped();
    }

    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public void ThrowIfStopped() => cancellation.ThrowIfCancellationRequested();
}
