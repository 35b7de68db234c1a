namespace NewsIndex.Generations;

/// <summary>A generation cannot be pinned or let go; nothing has changed. The message says why and what to do.</summary>
public sealed class PinFailedException(PinFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public PinFailure Failure => failure;
}

/// <summary>Why a pin could not be made or removed.</summary>
public enum PinFailure
{
    /// <summary>The folder of the index cannot be written at all.</summary>
    ReadOnly,

    /// <summary>The list could not be written this time: another process holds it, or the disk is full.</summary>
    Busy,

    /// <summary>The index has as many pins as it may have.</summary>
    TooMany,

    /// <summary>Several owners keep the generation, and the request does not say whose pin to remove.</summary>
    SeveralOwners,
}
