namespace NewsIndex.Entities;

/// <summary>Why a correction cannot be made as things are.</summary>
/// <param name="Message">A sentence without a full stop.</param>
public sealed record CorrectionObjection(CorrectionObjectionKind Kind, string Message);

/// <summary>Each has a status of its own.</summary>
public enum CorrectionObjectionKind
{
    /// <summary>Of a merge: the two are one entity already, or of a split: the new entity is the one that is split.</summary>
    SameEntity,

    /// <summary>Of a merge: a person is no place.</summary>
    TypesDiffer,

    /// <summary>Of an undo: no correction has that number.</summary>
    NoSuchCorrection,

    /// <summary>Of an undo: the correction was undone before.</summary>
    AlreadyUndone,
}
