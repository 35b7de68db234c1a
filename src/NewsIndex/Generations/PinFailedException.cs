namespace NewsIndex.Generations;

/// <summary>A generation could not be pinned or unpinned; nothing was changed. The message has the reason and a remedy.</summary>
public sealed class PinFailedException(PinFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public PinFailure Failure => failure;
}

/// <summary>Reason that a pin could not be added or removed.</summary>
public enum PinFailure
{
    /// <summary>The folder of the index is read-only.</summary>
    ReadOnly,

    /// <summary>The list could not be written this time: another process holds it, or the disk is full.</summary>
    Busy,

    /// <summary>The index has the maximum number of pins.</summary>
    TooMany,

    /// <summary>The owner has the maximum number of pins of one owner.</summary>
    TooManyOfOwner,

    /// <summary>Several owners have pinned the generation, and the request does not name one.</summary>
    SeveralOwners,
}
