using Lucene.Net.Index;
using NewsIndex.Generations;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>Deletion policy that keeps the newest commit and those of pinned generations.</summary>
/// <remarks>
/// Decides and deletes under the lock of the pins: a pin is either seen here, or finds that its generation is gone. Lucene deletes the
/// files of a commit only after the policy has returned, so the policy deletes the file that names them: the commit is gone from then on.
/// </remarks>
/// <param name="clock">Tells which pins have expired; null when they all count.</param>
internal sealed class PinnedCommits(PinFile pins, TimeProvider? clock) : IndexDeletionPolicy
{
    public override void OnInit<T>(IList<T> commits) => OnCommit(commits);

    public override void OnCommit<T>(IList<T> commits)
    {
        if (commits.Count < 2)
            return;
        try
        {
            pins.Hold(all => DeleteUnpinned(commits, all));
        }
        catch (Exception e) when (e is IndexUnavailableException or System.IO.IOException or UnauthorizedAccessException)
        {
            // Without the pins no commit may be deleted. The next commit tries again.
        }
    }

    private void DeleteUnpinned<T>(IList<T> commits, IReadOnlyList<GenerationPin> all) where T : IndexCommit
    {
        var kept = all.Where(pin => clock is null || !pin.IsExpiredAt(clock.GetUtcNow())).Select(pin => pin.Generation).ToHashSet();
        for (var i = 0; i < commits.Count - 1; i++)
        {
            if (CommitData.TryReadGeneration(commits[i].UserData) is { } generation && kept.Contains(generation))
                continue;
            commits[i].Directory.DeleteFile(commits[i].SegmentsFileName);
            commits[i].Delete();
        }
    }
}
