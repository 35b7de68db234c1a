namespace SearchService.Telemetry;

/// <summary>Every message that the service logs.</summary>
internal static partial class ServiceLog
{
    /// <summary>A bug: the caller got INTERNAL, and the details are here.</summary>
    [LoggerMessage(EventName = "CallFailed", Level = LogLevel.Error, Message = "{Method} failed.")]
    public static partial void CallFailed(this ILogger logger, string method, Exception failure);

    /// <summary>A search above the threshold. Holds the text of the query, and is off unless a threshold is set.</summary>
    [LoggerMessage(EventName = "SlowSearch", Level = LogLevel.Warning,
        Message = "{Method} took {Elapsed:N0} ms after {Wait:N0} ms in the queue: {Subject} "
            + "(clauses {Clauses}, order {Order}, page size {PageSize}, generation {Generation}).")]
    public static partial void SlowSearch(this ILogger logger, string method, double elapsed, double wait, object subject, int clauses,
        string order, int pageSize, string generation);

    [LoggerMessage(EventName = "NoIndex", Level = LogLevel.Warning, Message = "The service started without an index: {Reason}.")]
    public static partial void StartedWithoutIndex(this ILogger logger, string reason);

    [LoggerMessage(EventName = "CorrectionsRemark", Level = LogLevel.Warning, Message = "The corrections file needs attention: {Remark}.")]
    public static partial void CorrectionsRemark(this ILogger logger, string remark);
}
