namespace NewsIndex.SavedSnapshots;

/// <summary>An entry of the list of snapshots.</summary>
/// <param name="Snapshot">Null when its manifest cannot be read.</param>
/// <param name="Problem">Why not, as a sentence without a full stop; empty when it can. Files are not looked at.</param>
public sealed record ListedSnapshot(string Name, SavedSnapshot? Snapshot, string Problem = "")
{
    public SnapshotPlace Place => new(Snapshot?.CreatedAt, Name);
}
