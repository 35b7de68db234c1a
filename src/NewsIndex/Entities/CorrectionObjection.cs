namespace NewsIndex.Entities;

/// <summary>The reason why a correction cannot be made.</summary>
/// <param name="Message">A sentence without a full stop.</param>
public sealed record CorrectionObjection(CorrectionObjectionKind Kind, string Message);

/// <summary>Each has a status of its own.</summary>
public enum CorrectionObjectionKind
{
    /// <summary>Merge of an entity with itself, or split of an entity into itself.</summary>
    SameEntity,

    /// <summary>Merge of entities of different types.</summary>
    TypesDiffer,

    /// <summary>Undo of a correction that does not exist.</summary>
    NoSuchCorrection,

    /// <summary>Undo of a correction that was undone before.</summary>
    AlreadyUndone,
}
