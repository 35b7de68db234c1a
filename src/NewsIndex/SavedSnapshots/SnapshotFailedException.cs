namespace NewsIndex.SavedSnapshots;

/// <summary>A snapshot could not be made, deleted or restored; nothing was changed. The message has the reason and a remedy.</summary>
public sealed class SnapshotFailedException(SnapshotFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public SnapshotFailure Failure => failure;
}

/// <summary>Reason that a snapshot could not be made, deleted or restored.</summary>
public enum SnapshotFailure
{
    /// <summary>There is a snapshot of this name.</summary>
    Exists,

    /// <summary>There is no snapshot of this name.</summary>
    Missing,

    /// <summary>Another snapshot is being made or deleted.</summary>
    Busy,

    /// <summary>The folder of snapshots cannot be written, or its disk is full.</summary>
    NotWritten,

    /// <summary>A file of the snapshot is missing, or differs from its checksum.</summary>
    Damaged,

    /// <summary>The folder to restore into holds something already.</summary>
    Occupied,
}
