namespace NewsIndex.SavedSnapshots;

/// <summary>How far the making of a snapshot has come.</summary>
public sealed record SnapshotProgress(long BytesDone, long BytesTotal);
