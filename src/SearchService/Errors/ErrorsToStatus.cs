using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using NewsIndex.Alerts;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Repeats;
using NewsIndex.SavedSnapshots;
using SearchService.Ingest;

namespace SearchService.Errors;

/// <summary>
/// Turns failures into gRPC statuses; no other file does. Every status carries <see cref="ErrorInfo"/>, so that callers need not parse
/// sentences, and fits into the trailers that a client reads (<see cref="TrailerBudget"/>).
/// </summary>
/// <remarks>Messages have one form: what is invalid; what was expected; what to do.</remarks>
internal static class ErrorsToStatus
{
    private const string Domain = "newssearch";

    /// <summary>Longest repaired query that is sent back, in characters, so that the trailers stay within their budget.</summary>
    private const int MaxMended = 500;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>INVALID_ARGUMENT for an error in the text of a query, with its position.</summary>
    /// <param name="typed">The query, so that quotations of it can be cut; empty when unknown.</param>
    public static RpcException OfQuery(QueryError error, string typed = "")
    {
        error = error with
        {
            Message = Echo.Within(error.Message, typed),
            Expected = Echo.Within(error.Expected, typed),
            Hint = Echo.Within(error.Hint, typed)
        };
        var metadata = new Dictionary<string, string>
        {
            ["offset"] = error.Offset.ToString(CultureInfo.InvariantCulture),
            ["length"] = error.Length.ToString(CultureInfo.InvariantCulture),
            ["expected"] = error.Expected,
        };
        if (error.Hint.Length > 0)
            metadata["hint"] = error.Hint;
        // A query that is cut short is a different query: a long one is left out whole.
        if (error.Mended is { Length: <= MaxMended } mended)
            metadata["mended"] = mended;
        if (error.Budget is { } budget)
        {
            metadata["limit"] = budget.Limit.ToString(CultureInfo.InvariantCulture);
            metadata["actual"] = budget.Actual.ToString(CultureInfo.InvariantCulture);
        }

        var reason = error.Code switch
        {
            QueryErrorCode.UnknownField => "UNKNOWN_FIELD",
            QueryErrorCode.BadDate => "BAD_DATE",
            QueryErrorCode.TooExpensive => "QUERY_TOO_EXPENSIVE",
            _ => "QUERY_SYNTAX",
        };
        return Create(StatusCode.InvalidArgument, reason, $"query: {error}", metadata, Violation("query", error.ToString()));
    }

    /// <summary>INVALID_ARGUMENT for a field of a request: <c>{field} {problem}; expected {expected}; {advice}</c>.</summary>
    /// <param name="problem">Predicate of the sentence, such as <c>is empty</c>.</param>
    /// <param name="advice">What the caller should do; empty when the expectation says it all.</param>
    public static RpcException OfField(
        string field, string problem, string expected, string reason = "FIELD_OUT_OF_RANGE", string advice = "")
    {
        var sentence = $"{field} {problem}; expected {expected}{(advice.Length > 0 ? $"; {advice}" : "")}";
        return Create(
            StatusCode.InvalidArgument, reason, sentence, new Dictionary<string, string> { ["field"] = field, ["expected"] = expected },
            Violation(field, sentence));
    }

    /// <summary>INVALID_ARGUMENT for a number, or a count of items or characters, outside its range.</summary>
    /// <param name="given">The number with its unit, if it has one.</param>
    public static RpcException OfRange(string field, string given, string expected) =>
        OfField(field, $"is out of range ({given})", expected);

    /// <summary>INVALID_ARGUMENT for a value that the field does not know.</summary>
    public static RpcException OfValue(
        string field, string given, string expected, string reason = "FIELD_OUT_OF_RANGE", string advice = "") =>
        OfField(field, $"is invalid (\"{Echo.Of(given)}\")", expected, reason, advice);

    /// <summary>INVALID_ARGUMENT for a number that its enum does not have.</summary>
    public static RpcException OfValue(string field, int given, string expected) => OfField(field, $"is invalid ({given})", expected);

    public static RpcException OfMissingArticle(string id) => Create(
        StatusCode.NotFound, "ARTICLE_NOT_FOUND", $"the index has no article \"{Echo.Of(id)}\"",
        new Dictionary<string, string> { ["id"] = Echo.Of(id) },
        new ResourceInfo { ResourceType = "newssearch.v1.Article", ResourceName = Echo.Of(id) });

    public static RpcException OfMissingEntity(string id) => Create(
        StatusCode.NotFound, "ENTITY_NOT_FOUND", $"no article mentions \"{Echo.Of(id)}\"",
        new Dictionary<string, string> { ["id"] = Echo.Of(id) },
        new ResourceInfo { ResourceType = "newssearch.v1.Entity", ResourceName = Echo.Of(id) });

    public static RpcException OfMissingAlert(string id) => Create(
        StatusCode.NotFound, "ALERT_NOT_FOUND", $"the caller has no alert \"{Echo.Of(id)}\"",
        new Dictionary<string, string> { ["id"] = Echo.Of(id) },
        new ResourceInfo { ResourceType = "newssearch.v1.Alert", ResourceName = Echo.Of(id) });

    public static RpcException OfMissingCorrection(int number) => Create(
        StatusCode.NotFound, "CORRECTION_NOT_FOUND", $"there is no correction {number}",
        new Dictionary<string, string> { ["number"] = number.ToString(CultureInfo.InvariantCulture) });

    /// <summary>Status for a correction that the present state of the corrections rules out.</summary>
    public static RpcException OfObjection(CorrectionObjection objection, EntityCorrection correction) =>
        (objection.Kind, correction) switch
        {
            (CorrectionObjectionKind.NoSuchCorrection, EntityCorrection.Undo undo) => OfMissingCorrection(undo.Undone),
            (CorrectionObjectionKind.AlreadyUndone, EntityCorrection.Undo undo) => Create(
                StatusCode.FailedPrecondition, "CORRECTION_ALREADY_UNDONE",
                $"{objection.Message}; expected a correction in force; to restore it, undo the correction that undid it",
                new Dictionary<string, string> { ["number"] = undo.Undone.ToString(CultureInfo.InvariantCulture) }),
            (CorrectionObjectionKind.TypesDiffer, _) =>
                OfField("into", $"is invalid: {objection.Message}", "an entity of the same type as from"),
            (_, EntityCorrection.Split) => OfField("new_name", $"is invalid: {objection.Message}", "the name of another entity"),
            _ => OfField("into", $"is invalid: {objection.Message}", "an entity other than from"),
        };

    public static RpcException OfUnpinnedGeneration(Generation generation) => Create(
        StatusCode.NotFound, "GENERATION_NOT_PINNED", $"generation {generation} is not pinned",
        new Dictionary<string, string> { ["generation"] = generation.ToString() });

    public static RpcException OfSnapshotsOff() => Create(
        StatusCode.FailedPrecondition, "SNAPSHOTS_OFF",
        "the service has no folder for snapshots; expected the setting Search:SnapshotFolder; ask the operator", []);

    public static RpcException OfVerifyRunning() => Create(
        StatusCode.ResourceExhausted, "VERIFY_RUNNING",
        "another check of the index runs; expected one at a time; retry when it is done", [],
        new RetryInfo { RetryDelay = Duration.FromTimeSpan(MaxRetryAfter) });

    /// <summary>INVALID_ARGUMENT for a concordance with more lines than can be sorted in memory.</summary>
    public static RpcException OfTooManyLines(int limit) => OfQuery(new QueryError(
        QueryErrorCode.TooExpensive, 0, 0, $"the query has more than {limit:N0} matches to sort",
        "a narrower query, or the order newest, oldest or relevance", "lines in the order of the articles have no limit")
    {
        Budget = (limit, limit + 1L),
    });

    /// <summary>INVALID_ARGUMENT for a request whose bytes are not protobuf, or whose text is not valid UTF-8.</summary>
    public static RpcException OfMalformedRequest() => Create(
        StatusCode.InvalidArgument, "MALFORMED_REQUEST",
        "the request is not a valid message; expected protobuf with all text in UTF-8", []);

    public static RpcException OfTooLargeRequest(int limit) => Create(
        StatusCode.ResourceExhausted, "REQUEST_TOO_LARGE", $"the request is too large; expected at most {limit:N0} bytes",
        new Dictionary<string, string> { ["limit"] = limit.ToString(CultureInfo.InvariantCulture) });

    /// <summary>Status that the framework made, completed with a reason.</summary>
    public static RpcException OfFramework(StatusCode code, string message) => Create(code, ReasonOf(code), message, []);

    /// <summary>RESOURCE_EXHAUSTED for a caller that stopped reading a stream; the caller gets the code alone.</summary>
    public static RpcException OfStalledStream(TimeSpan timeout) => Create(
        StatusCode.ResourceExhausted, "STREAM_STALLED",
        $"the stream was not read for {timeout.TotalSeconds:N0} s; continue from the cursor of the last message", []);

    /// <summary>RESOURCE_EXHAUSTED for a search or a look-up that finds no free thread in time.</summary>
    /// <param name="works">What the threads are busy with: "searches".</param>
    /// <param name="maxWait">Longest wait.</param>
    /// <param name="expected">Wait that is to be expected, after which the caller should retry; 1 s to 1 minute are told.</param>
    public static RpcException OfTooManySearches(string works, int limit, TimeSpan maxWait, TimeSpan expected)
    {
        var retry = TimeSpan.FromSeconds(Math.Ceiling(Math.Clamp(expected.TotalSeconds, 1, MaxRetryAfter.TotalSeconds)));
        return Create(
            StatusCode.ResourceExhausted, "TOO_MANY_SEARCHES",
            $"the service is busy with {works}; expected a free thread of {limit:N0} within {maxWait.TotalSeconds:0.###} s; "
                + $"retry after {retry.TotalSeconds:0} s",
            new Dictionary<string, string> { ["limit"] = limit.ToString(CultureInfo.InvariantCulture) },
            new RetryInfo { RetryDelay = Duration.FromTimeSpan(retry) });
    }

    public static RpcException OfMissingCredentials() => Create(
        StatusCode.Unauthenticated, "NOT_SIGNED_IN",
        "the call has no credentials; expected the header \"authorization: Bearer\" with an API key or a JWT", []);

    /// <summary>UNAUTHENTICATED for a wrong key or token. It does not say what is wrong, which would help to guess.</summary>
    public static RpcException OfWrongCredentials() => Create(
        StatusCode.Unauthenticated, "BAD_CREDENTIALS",
        "the credentials are invalid; expected an API key of this service, or a JWT of its issuer and for its audience", []);

    public static RpcException OfExpiredCredentials() => Create(
        StatusCode.Unauthenticated, "CREDENTIALS_EXPIRED", "the credentials have expired; expected ones in force; sign in again", []);

    /// <summary>UNAVAILABLE while the keys of the issuer cannot be had.</summary>
    public static RpcException OfSignInUnavailable() =>
        OfOutage("SIGN_IN_UNAVAILABLE", "the issuer of the token cannot be asked for its keys; retry after a second");

    /// <summary>PERMISSION_DENIED for a caller without the scope of the call.</summary>
    public static RpcException OfMissingScope(string scope) => Create(
        StatusCode.PermissionDenied, "SCOPE_MISSING", $"the credentials do not grant this call; expected the scope {scope}",
        new Dictionary<string, string> { ["scope"] = scope });

    /// <summary>RESOURCE_EXHAUSTED for a caller with too many calls in a second.</summary>
    public static RpcException OfRateLimit(int perSecond) => OfLimit(
        "RATE_LIMITED", $"the caller makes too many calls; expected at most {perSecond:N0} a second; retry after a second", perSecond);

    /// <summary>RESOURCE_EXHAUSTED for a caller with too many calls at once.</summary>
    public static RpcException OfTooManyCalls(int atOnce) => OfLimit(
        "TOO_MANY_CALLS", $"the caller has too many calls; expected at most {atOnce:N0} at once; retry when one has ended", atOnce);

    /// <summary>FAILED_PRECONDITION for a service that does not write articles.</summary>
    public static RpcException OfIngestOff() => Create(
        StatusCode.FailedPrecondition, "INGEST_OFF",
        "the service only reads articles; expected the setting Search:Ingest:Enabled; ask its operator", []);

    /// <summary>RESOURCE_EXHAUSTED for a caller with too many open streams of articles.</summary>
    public static RpcException OfTooManyStreams(int limit) => OfLimit(
        "TOO_MANY_STREAMS", $"the caller has too many streams of articles; expected at most {limit:N0} at once; retry when one has ended",
        limit);

    /// <summary>Refusal of an article that was deleted.</summary>
    public static RpcException OfDeletedArticle(string id) => OfField(
        "id", $"is that of a deleted article (\"{Echo.Of(id)}\")", "an article that was not deleted", "ARTICLE_DELETED",
        "set restore to bring it back");

    /// <summary>Refusal of an article in place of one that the caller may not write.</summary>
    public static RpcException OfForeignArticle(string id) => OfField(
        "id", $"is that of an article of another source (\"{Echo.Of(id)}\")", "an id of the sources of the credentials",
        "SOURCE_NOT_GRANTED");

    /// <summary>Refusal of an article from a source that the caller may not write.</summary>
    /// <param name="source">Null when unknown.</param>
    public static RpcException OfForeignSource(string? source) => OfField(
        "source", source is null ? "is empty" : $"is not granted (\"{Echo.Of(source)}\")", "a source of the credentials",
        "SOURCE_NOT_GRANTED");

    /// <summary>The first field that a status names as invalid; empty for others.</summary>
    public static string FieldOf(RpcException status) =>
        status.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.FirstOrDefault()?.Field ?? "";

    /// <summary>The same status with another name of the field that it names as invalid.</summary>
    public static RpcException Renamed(RpcException status, string field, string written)
    {
        var rpc = status.GetRpcStatus()!;
        var info = rpc.GetDetail<ErrorInfo>()!;
        if (info.Metadata.ContainsKey("field"))
            info.Metadata["field"] = written;
        return TrailerBudget.Fit(rpc.Code, Sentence(rpc.Message), [info, Violation(written, Sentence(rpc.Message))]).ToRpcException();

        string Sentence(string text) => text.StartsWith(field + " ", StringComparison.Ordinal) ? written + text[field.Length..] : text;
    }

    /// <summary>The reason of a status that this class made; empty for others.</summary>
    public static string ReasonOf(RpcException status) => status.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? "";

    /// <summary>Status for a failure of a call; null for a bug.</summary>
    /// <param name="callerGone">True when the caller cancelled the call or its deadline passed.</param>
    /// <param name="typed">The query of the request, as in <see cref="OfQuery"/>.</param>
    public static RpcException? Of(Exception failure, bool callerGone, string typed = "") => failure switch
    {
        RpcException status => status,
        QueryTooExpensiveException tooExpensive => OfQuery(tooExpensive.Error, typed),
        GenerationExpiredException expired => Create(
            StatusCode.FailedPrecondition, "GENERATION_EXPIRED", expired.Message,
            new Dictionary<string, string> { ["asked"] = expired.Asked.ToString(), ["current"] = expired.Current.ToString() }),
        GenerationUnknownException unknown => Create(
            StatusCode.FailedPrecondition, "GENERATION_UNKNOWN", unknown.Message,
            new Dictionary<string, string> { ["asked"] = unknown.Asked.ToString(), ["current"] = unknown.Current.ToString() }),
        // Not INVALID_ARGUMENT, which would say that the request is wrong whatever came before it.
        RequestIdReusedException reused => Create(
            StatusCode.AlreadyExists, "REQUEST_ID_REUSED", reused.Message, new Dictionary<string, string> { ["id"] = reused.Id }),
        IndexUnavailableException unavailable => OfOutage("INDEX_UNAVAILABLE", unavailable.Message),
        CorrectionsUnavailableException { IsReadOnly: true } corrections =>
            Create(StatusCode.FailedPrecondition, "CORRECTIONS_READ_ONLY", corrections.Message, []),
        CorrectionsUnavailableException corrections => OfOutage("CORRECTIONS_UNAVAILABLE", corrections.Message),
        AlertsUnavailableException { IsReadOnly: true } alerts =>
            Create(StatusCode.FailedPrecondition, "ALERTS_READ_ONLY", alerts.Message, []),
        AlertsUnavailableException alerts => OfOutage("ALERTS_UNAVAILABLE", alerts.Message),
        TooManyAlertsException tooMany => Create(
            StatusCode.ResourceExhausted, "TOO_MANY_ALERTS", tooMany.Message,
            new Dictionary<string, string> { ["limit"] = tooMany.Limit.ToString(CultureInfo.InvariantCulture) }),
        PinFailedException pin => OfPin(pin),
        SnapshotFailedException snapshot => OfSnapshot(snapshot),
        IngestFailedException ingest => OfIngest(ingest),
        // Work for a caller who has left fails in many ways: a closed stream, a reply that cannot be sent.
        OperationCanceledException or IOException or InvalidOperationException when callerGone => Create(
            StatusCode.Cancelled, "CANCELLED", "the caller cancelled the call or its deadline passed", []),
        // A search reads no files but those of the index; corrections and pins have failures of their own.
        IOException unreadable => OfOutage("INDEX_UNAVAILABLE", $"the index cannot be read: {unreadable.Message}"),
        OperationCanceledException => Create(
            StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED",
            "the call exceeded the deadline of the service (Search:Deadline); narrow the query, for example by date", []),
        _ => null,
    };

    /// <summary>UNAVAILABLE, to be retried after a second.</summary>
    private static RpcException OfOutage(string reason, string message) =>
        Create(StatusCode.Unavailable, reason, message, [], new RetryInfo { RetryDelay = Duration.FromTimeSpan(RetryAfter) });

    private static RpcException OfLimit(string reason, string message, int limit) => Create(
        StatusCode.ResourceExhausted, reason, message,
        new Dictionary<string, string> { ["limit"] = limit.ToString(CultureInfo.InvariantCulture) },
        new RetryInfo { RetryDelay = Duration.FromTimeSpan(RetryAfter) });

    private static RpcException OfIngest(IngestFailedException ingest) => ingest.Failure switch
    {
        IngestFailure.Impossible => Create(StatusCode.FailedPrecondition, "INGEST_IMPOSSIBLE", ingest.Message, []),
        IngestFailure.Locked => OfOutage("INDEX_LOCKED", ingest.Message),
        IngestFailure.Stopping => OfOutage("SERVICE_STOPPING", ingest.Message),
        _ => OfOutage("INDEX_NOT_WRITTEN", ingest.Message),
    };

    private static RpcException OfPin(PinFailedException pin) => pin.Failure switch
    {
        PinFailure.ReadOnly => Create(StatusCode.FailedPrecondition, "INDEX_READ_ONLY", pin.Message, []),
        PinFailure.TooMany or PinFailure.TooManyOfOwner => Create(StatusCode.ResourceExhausted, "TOO_MANY_PINS", pin.Message, []),
        PinFailure.SeveralOwners => Create(StatusCode.FailedPrecondition, "GENERATION_PINNED_BY_SEVERAL", pin.Message, []),
        _ => OfOutage("PINS_UNAVAILABLE", pin.Message),
    };

    private static RpcException OfSnapshot(SnapshotFailedException snapshot) => snapshot.Failure switch
    {
        SnapshotFailure.Exists => Create(StatusCode.AlreadyExists, "SNAPSHOT_EXISTS", snapshot.Message, []),
        SnapshotFailure.Missing => Create(StatusCode.NotFound, "SNAPSHOT_NOT_FOUND", snapshot.Message, []),
        SnapshotFailure.Busy => OfOutage("SNAPSHOT_BUSY", snapshot.Message),
        _ => Create(StatusCode.FailedPrecondition, "SNAPSHOT_NOT_WRITTEN", snapshot.Message, []),
    };

    /// <summary>INTERNAL for a bug: the details are in the log.</summary>
    public static RpcException OfBug() => Create(
        StatusCode.Internal, "INTERNAL", "the service failed to answer the request; see its log", []);

    private static BadRequest Violation(string field, string description) =>
        new() { FieldViolations = { new BadRequest.Types.FieldViolation { Field = field, Description = description } } };

    private static string ReasonOf(StatusCode code) => code switch
    {
        StatusCode.Unimplemented => "UNKNOWN_METHOD",
        StatusCode.DeadlineExceeded => "DEADLINE_EXCEEDED",
        StatusCode.Cancelled => "CANCELLED",
        StatusCode.ResourceExhausted => "REQUEST_TOO_LARGE",
        StatusCode.InvalidArgument => "MALFORMED_REQUEST",
        _ => "INTERNAL",
    };

    private static RpcException Create(StatusCode code, string reason, string message, Dictionary<string, string> metadata,
        params IMessage[] details) =>
        TrailerBudget.Fit((int)code, message, [new ErrorInfo { Reason = reason, Domain = Domain, Metadata = { metadata } }, .. details])
            .ToRpcException();
}
