using Lucene.Net.Index;
using NewsIndex.Generations;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>Deletion policy that keeps the newest commit and those of pinned generations.</summary>
/// <param name="clock">Tells which pins have expired; null when they all count.</param>
internal sealed class PinnedCommits(PinFile pins, TimeProvider? clock) : IndexDeletionPolicy
{
    public override void OnInit<T>(IList<T> commits) => OnCommit(commits);

    public override void OnCommit<T>(IList<T> commits)
    {
        if (commits.Count < 2)
            return;
        if (Kept() is not { } kept)
            return;
        for (var i = 0; i < commits.Count - 1; i++)
        {
            if (CommitData.TryReadGeneration(commits[i].UserData) is not { } generation || !kept.Contains(generation))
                commits[i].Delete();
        }
    }

    /// <summary>Null when the list cannot be read; then no commit is deleted until it can.</summary>
    private HashSet<Generation>? Kept()
    {
        try
        {
            return [.. pins.Read().Where(pin => clock is null || !pin.IsExpiredAt(clock.GetUtcNow())).Select(pin => pin.Generation)];
        }
        catch (Exception e) when (e is IndexUnavailableException or System.IO.IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
