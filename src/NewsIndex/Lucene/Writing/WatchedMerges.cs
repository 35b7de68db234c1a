using Lucene.Net.Index;
using IOException = System.IO.IOException;

namespace NewsIndex.Lucene.Writing;

/// <summary>
/// Merges in the background. Keeps the failure of a merge that read damage, which Lucene would tell nobody; the segments stay as they are.
/// </summary>
internal sealed class WatchedMerges : ConcurrentMergeScheduler
{
    /// <summary>ENOSPC, EDQUOT and EFBIG as Unix numbers them, and ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.</summary>
    private static readonly int[] NoRoom = [28, 122, 27, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>The next merge is likely to fail in the same way.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Of a writer and of all clones that it makes.</summary>
    private readonly First first = new();

    /// <summary>
    /// The first failure to read a segment; null when there was none. A merge that finds no room is tried again later. Whoever waited for a
    /// merge hears of its failure before this is set, and waits for <see cref="ConcurrentMergeScheduler.Sync"/> to know it.
    /// </summary>
    public Exception? Damage => first.Failure;

    protected override void HandleMergeException(Exception failure)
    {
        if (failure is not IOException { HResult: var error } || !NoRoom.Contains(error))
            first.Failure ??= failure;
        // Not thrown: the writer knows of it, and whoever waited for this thread would get it instead of what he asked for.
        Thread.Sleep(Pause);
    }

    private sealed class First
    {
        public volatile Exception? Failure;
    }
}
