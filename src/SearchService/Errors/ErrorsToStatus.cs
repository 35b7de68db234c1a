using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;

namespace SearchService.Errors;

/// <summary>Failures as gRPC statuses: the only place. Every status carries ErrorInfo, so that callers need not
/// read sentences, and none is larger than what a client reads (<see cref="TrailerBudget"/>).</summary>
internal static class ErrorsToStatus
{
    private const string Domain = "newssearch";

    /// <summary>Characters of a mended query, so that the trailers stay within their bounds.</summary>
    private const int LongestMended = 500;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>A mistake in the text of a query.</summary>
    /// <param name="typed">The query, so that no more of it than needed is sent back; empty where it is not known.</param>
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
        // A query that is cut short is another query.
        if (error.Mended is { Length: <= LongestMended } mended)
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

    /// <summary>A field of a request that is out of its range.</summary>
    public static RpcException OfField(string field, string message, string expected, string reason) => Create(
        StatusCode.InvalidArgument, reason, $"{field}: {message}; expected {expected}",
        new Dictionary<string, string> { ["field"] = field, ["expected"] = expected },
        Violation(field, $"{message}; expected {expected}"));

    public static RpcException OfMissingArticle(string id) => Create(
        StatusCode.NotFound, "ARTICLE_NOT_FOUND", $"the index has no article \"{Echo.Of(id)}\"",
        new Dictionary<string, string> { ["id"] = Echo.Of(id) },
        new ResourceInfo { ResourceType = "newssearch.v1.Article", ResourceName = Echo.Of(id) });

    public static RpcException OfMissingEntity(string id) => Create(
        StatusCode.NotFound, "ENTITY_NOT_FOUND", $"no article of the index mentions \"{Echo.Of(id)}\"",
        new Dictionary<string, string> { ["id"] = Echo.Of(id) },
        new ResourceInfo { ResourceType = "newssearch.v1.Entity", ResourceName = Echo.Of(id) });

    public static RpcException OfMissingCorrection(int number) => Create(
        StatusCode.NotFound, "CORRECTION_NOT_FOUND", $"there is no correction {number}",
        new Dictionary<string, string> { ["number"] = number.ToString(CultureInfo.InvariantCulture) });

    /// <summary>A correction that cannot be made as things are.</summary>
    public static RpcException OfObjection(CorrectionObjection objection, EntityCorrection correction) =>
        (objection.Kind, correction) switch
        {
            (CorrectionObjectionKind.NoSuchCorrection, EntityCorrection.Undo undo) => OfMissingCorrection(undo.Undone),
            (CorrectionObjectionKind.AlreadyUndone, EntityCorrection.Undo undo) => Create(
                StatusCode.FailedPrecondition, "CORRECTION_ALREADY_UNDONE",
                $"{objection.Message}; to restore it, undo the correction that undid it",
                new Dictionary<string, string> { ["number"] = undo.Undone.ToString(CultureInfo.InvariantCulture) }),
            (CorrectionObjectionKind.TypesDiffer, _) =>
                OfField("into", objection.Message, "an entity of the type of from", "FIELD_OUT_OF_RANGE"),
            (_, EntityCorrection.Split) => OfField("new_name", objection.Message, "the name of another entity", "FIELD_OUT_OF_RANGE"),
            _ => OfField("into", objection.Message, "another entity than from", "FIELD_OUT_OF_RANGE"),
        };

    public static RpcException OfUnpinnedGeneration(Generation generation) => Create(
        StatusCode.NotFound, "GENERATION_NOT_PINNED", $"generation {generation} is not pinned", new Dictionary<string, string> { ["generation"] = generation.ToString() });

    /// <summary>Lines that have to be sorted before the first of them can be sent.</summary>
    public static RpcException OfTooManyLines(int limit) => OfQuery(new QueryError(
        QueryErrorCode.TooExpensive, 0, 0, $"more than {limit} places match, and sorting them needs all at once", "a narrower query, or the order newest, oldest or relevance", "lines in the order of articles have no limit")
    {
        Budget = (limit, limit + 1L),
    });

    /// <summary>A request whose bytes are no message: no protobuf, or text that is not valid UTF-8.</summary>
    public static RpcException OfMalformedRequest() => Create(
        StatusCode.InvalidArgument, "MALFORMED_REQUEST",
        "the request cannot be read as its message; expected valid protobuf, with all text in valid UTF-8", []);

    public static RpcException OfTooLargeRequest(int limit) => Create(
        StatusCode.ResourceExhausted, "REQUEST_TOO_LARGE", $"the request is too large; expected at most {limit:N0} bytes",
        new Dictionary<string, string> { ["limit"] = limit.ToString(CultureInfo.InvariantCulture) });

    /// <summary>A status that the framework made, with the details that every status has.</summary>
    public static RpcException OfFramework(StatusCode code, string message) => Create(code, ReasonOf(code), message, []);

    /// <summary>A caller that takes nothing of a stream.</summary>
    public static RpcException OfStalledStream(TimeSpan timeout) => Create(
        StatusCode.DeadlineExceeded, "STREAM_STALLED",
        $"nothing of the stream was taken for {timeout.TotalSeconds:N0} s; go on from the cursor of the last message", []);

    /// <summary>What a failure of a search is to its caller; null for failures that are our own mistakes.</summary>
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
        IndexUnavailableException unavailable => Create(
            StatusCode.Unavailable, "INDEX_UNAVAILABLE", unavailable.Message, [], new RetryInfo { RetryDelay = Duration.FromTimeSpan(RetryAfter) }),
        CorrectionsUnavailableException { IsReadOnly: true } corrections =>
            Create(StatusCode.FailedPrecondition, "CORRECTIONS_READ_ONLY", corrections.Message, []),
        CorrectionsUnavailableException corrections => Create(
            StatusCode.Unavailable, "CORRECTIONS_UNAVAILABLE", corrections.Message, [],
            new RetryInfo { RetryDelay = Duration.FromTimeSpan(RetryAfter) }),
        PinFailedException pin => OfPin(pin),
        // Whatever is done for a caller who is gone fails in its own way: a stream that is closed, a reply that cannot be sent.
        OperationCanceledException or IOException or InvalidOperationException when callerGone => Create(
            StatusCode.Cancelled, "CANCELLED", "the caller went away or its deadline passed", []),
        OperationCanceledException => Create(
            StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED",
            "the call took longer than the service allows (Search:Deadline); narrow the query, by date for example", []),
        _ => null,
    };

    private static RpcException OfPin(PinFailedException pin) => pin.Failure switch
    {
        PinFailure.ReadOnly => Create(StatusCode.FailedPrecondition, "INDEX_READ_ONLY", pin.Message, []),
        PinFailure.TooMany => Create(StatusCode.ResourceExhausted, "TOO_MANY_PINS", pin.Message, []),
        PinFailure.SeveralOwners => Create(StatusCode.FailedPrecondition, "GENERATION_PINNED_BY_SEVERAL", pin.Message, []),
        _ => Create(StatusCode.Unavailable, "PINS_UNAVAILABLE", pin.Message, [],
            new RetryInfo { RetryDelay = Duration.FromTimeSpan(RetryAfter) }),
    };

    /// <summary>Our own mistake: the log has the details, and the caller a sentence.</summary>
    public static RpcException OfBug() => Create(
        StatusCode.Internal, "INTERNAL", "the service failed to answer this request; its log says why", []);

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
