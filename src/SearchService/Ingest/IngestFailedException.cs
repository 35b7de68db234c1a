namespace SearchService.Ingest;

/// <summary>Orders were not written, or are not known to be; they may be given again.</summary>
internal sealed class IngestFailedException(IngestFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public IngestFailure Failure => failure;
}

/// <summary>Reason that orders were not written.</summary>
internal enum IngestFailure
{
    /// <summary>Another process writes the index.</summary>
    Locked,

    /// <summary>The index cannot be continued by this service: retrying does not help.</summary>
    Impossible,

    /// <summary>The index could not be written this time.</summary>
    NotWritten,

    /// <summary>The service stops.</summary>
    Stopping,
}
