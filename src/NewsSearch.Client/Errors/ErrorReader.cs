using Google.Rpc;
using Grpc.Core;

namespace NewsSearch.Client.Errors;

/// <summary>Reads the details of a status; the only place that does.</summary>
internal static class ErrorReader
{
    private static readonly string[] QueryReasons = ["QUERY_SYNTAX", "UNKNOWN_FIELD", "BAD_DATE", "QUERY_TOO_EXPENSIVE"];

    public static NewsSearchException Read(RpcException failure)
    {
        if (failure is NewsSearchException known)
            return known;
        var status = failure.GetRpcStatus();
        if (status?.GetDetail<ErrorInfo>() is not { } info)
            return new NewsSearchException(failure, "", new Dictionary<string, string>());
        var (reason, metadata) = (info.Reason, new Dictionary<string, string>(info.Metadata));
        return failure.StatusCode switch
        {
            _ when status.GetDetail<RetryInfo>() is { } retry =>
                new RetryLaterException(failure, reason, metadata, retry.RetryDelay.ToTimeSpan()),
            StatusCode.InvalidArgument when QueryReasons.Contains(reason) && metadata.ContainsKey("offset") =>
                new InvalidQueryException(failure, reason, metadata),
            StatusCode.InvalidArgument when metadata.ContainsKey("field") => new InvalidFieldException(failure, reason, metadata),
            StatusCode.NotFound => new NotFoundException(failure, reason, metadata),
            StatusCode.FailedPrecondition when reason is "GENERATION_EXPIRED" or "GENERATION_UNKNOWN" =>
                new GenerationException(failure, reason, metadata),
            _ => new NewsSearchException(failure, reason, metadata),
        };
    }
}
