namespace SearchService.Telemetry;

/// <summary>Every message that the service logs.</summary>
internal static partial class ServiceLog
{
    /// <summary>A bug: the caller got INTERNAL, and the details are here.</summary>
    [LoggerMessage(EventName = "CallFailed", Level = LogLevel.Error, Message = "{Method} failed.")]
    public static partial void CallFailed(this ILogger logger, string method, Exception failure);

    /// <summary>A search above the threshold. Holds the text of the query where a setting asks for it.</summary>
    [LoggerMessage(EventName = "SlowSearch", Level = LogLevel.Warning,
        Message = "{Method} took {Elapsed:N0} ms after {Wait:N0} ms in the queue: {Subject} "
            + "(kind {Kind}, clauses {Clauses}, order {Order}, page size {PageSize}, generation {Generation}).")]
    public static partial void SlowSearch(this ILogger logger, string method, double elapsed, double wait, string subject, string kind,
        int clauses, string order, int pageSize, string generation);

    /// <summary>A call that changes something, or was to.</summary>
    [LoggerMessage(EventName = "Audited", Level = LogLevel.Information,
        Message = "{Method} by \"{Caller}\" from {Peer}: {Status} {Subject}")]
    public static partial void Audited(this ILogger logger, string method, string caller, string peer, string status, string subject);

    /// <summary>Articles that callers sent were not written; the callers were told.</summary>
    [LoggerMessage(EventName = "IngestFailed", Level = LogLevel.Error, Message = "Articles were not written: {Reason}.")]
    public static partial void IngestFailed(this ILogger logger, string reason, Exception failure);

    [LoggerMessage(EventName = "NoIndex", Level = LogLevel.Warning, Message = "The service started without an index: {Reason}.")]
    public static partial void StartedWithoutIndex(this ILogger logger, string reason);

    [LoggerMessage(EventName = "CorrectionsRemark", Level = LogLevel.Warning, Message = "The corrections file needs attention: {Remark}.")]
    public static partial void CorrectionsRemark(this ILogger logger, string remark);

    [LoggerMessage(EventName = "SnapshotsNotCleaned", Level = LogLevel.Warning,
        Message = "Unfinished snapshots of an earlier run could not be removed: {Reason}.")]
    public static partial void SnapshotsNotCleaned(this ILogger logger, string reason);

    [LoggerMessage(EventName = "CallRefused", Level = LogLevel.Information, Message = "{Path} of \"{Caller}\" was refused: {Reason}.")]
    public static partial void CallRefused(this ILogger logger, string path, string caller, string reason);

    [LoggerMessage(EventName = "KeysRead", Level = LogLevel.Information, Message = "The key file has changed; {Count} keys are in force.")]
    public static partial void KeysRead(this ILogger logger, int count);

    [LoggerMessage(EventName = "KeysNotRead", Level = LogLevel.Error,
        Message = "The key file cannot be read; the keys before its change stay in force: {Reason}.")]
    public static partial void KeysNotRead(this ILogger logger, string reason);

    [LoggerMessage(EventName = "IssuerNotAsked", Level = LogLevel.Error, Message = "The keys of the issuer of tokens cannot be had.")]
    public static partial void IssuerNotAsked(this ILogger logger, Exception failure);

    [LoggerMessage(EventName = "KeysWithoutTls", Level = LogLevel.Warning,
        Message = "{Address} takes keys and tokens without TLS; put a proxy with TLS before it, or configure Kestrel:Endpoints.")]
    public static partial void KeysWithoutTls(this ILogger logger, string address);
}
