using System.Collections;
using Google.Protobuf;
using Grpc.Core;
using SearchService.Access;
using SearchService.Telemetry;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <summary>Records every call that changes something: who made it, from where, what became of it and what it made.</summary>
internal sealed class AuditLog(ILoggerFactory loggers)
{
    public const string Category = "NewsSearch.Audit";

    private readonly ILogger logger = loggers.CreateLogger(Category);

    /// <summary>Names what a call makes or changes, where its messages do not.</summary>
    public static void Tell(ServerCallContext context, string subject) => context.UserState[typeof(AuditLog)] = subject;

    /// <summary>Records a call; one that only reads is passed over.</summary>
    /// <param name="response">Null for a call that failed.</param>
    public void Record(ServerCallContext context, object request, object? response, StatusCode status)
    {
        if (RpcAccess.Find(context.Method) is not { Writes: true } || !logger.IsEnabled(LogLevel.Information))
            return;
        logger.Audited(context.Method, LogText.Of(NameOf(context, request)), LogText.Of(context.Peer), ServiceMeter.NameOf(status),
            LogText.Of(ToldTo(context) ?? SubjectOf(response as IMessage) ?? SubjectOf(request as IMessage) ?? ""));
    }

    /// <summary>Records one of the changes that a call makes, once it is on disk.</summary>
    /// <param name="subject">What was changed, and how.</param>
    public void RecordWrite(ServerCallContext context, string subject)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            logger.Audited(context.Method, LogText.Of(Caller.Of(context).Name), LogText.Of(context.Peer),
                ServiceMeter.NameOf(StatusCode.OK), LogText.Of(subject));
        }
    }

    /// <summary>Who signed in; while nobody does, who the request says it is by.</summary>
    private static string NameOf(ServerCallContext context, object request) =>
        Caller.Of(context).Name is { Length: > 0 } name
            ? name
            : TextOf(request as IMessage, "who") ?? TextOf(request as IMessage, "by") ?? "";

    private static string? ToldTo(ServerCallContext context) =>
        context.UserState.TryGetValue(typeof(AuditLog), out var subject) ? subject as string : null;

    private static string? SubjectOf(IMessage? message) =>
        message?.Descriptor.FindFieldByName("number") is { } number ? $"correction {number.Accessor.GetValue(message)}"
        : message is V1.Alert or V1.DeleteAlertRequest ? $"alert {TextOf(message, "id")}"
        : message?.Descriptor.FindFieldByName("outcomes")?.Accessor.GetValue(message) is IList outcomes ? $"{outcomes.Count} articles"
        : TextOf(message, "generation") is { Length: > 0 } generation ? $"generation {generation}"
        : null;

    private static string? TextOf(IMessage? message, string field) =>
        message?.Descriptor.FindFieldByName(field)?.Accessor.GetValue(message) as string;
}
