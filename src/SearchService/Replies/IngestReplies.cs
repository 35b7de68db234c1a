using Grpc.Core;
using SearchService.Errors;
using SearchService.Ingest;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Results of orders → messages.</summary>
internal static class IngestReplies
{
    /// <param name="isAgain">True if the call has written this id before.</param>
    public static V1.IngestOutcome From(string id, WriteResult result, bool isAgain) => result.Status switch
    {
        WriteStatus.DeletedBefore => Rejected(id, ErrorsToStatus.OfDeletedArticle(id)),
        WriteStatus.Foreign => Rejected(id, ErrorsToStatus.OfForeignArticle(id)),
        _ => new V1.IngestOutcome { Id = id, Generation = result.Generation.ToString(), Status = StatusOf(result.Status, isAgain) },
    };

    /// <summary>The outcome of an article that cannot be taken.</summary>
    /// <param name="id">Empty if the article had none.</param>
    public static V1.IngestOutcome Rejected(string id, RpcException refusal) => new()
    {
        Id = Echo.Of(id),
        Status = V1.IngestOutcome.Types.Status.Rejected,
        Reason = ErrorsToStatus.ReasonOf(refusal),
        Field = ErrorsToStatus.FieldOf(refusal),
        Message = refusal.Status.Detail,
    };

    public static V1.DeleteOutcome From(string id, WriteResult result) => result.Status == WriteStatus.Deleted
        ? new V1.DeleteOutcome { Id = id, Status = V1.DeleteOutcome.Types.Status.Deleted, Generation = result.Generation.ToString() }
        : new V1.DeleteOutcome { Id = id, Status = V1.DeleteOutcome.Types.Status.NotFound };

    private static V1.IngestOutcome.Types.Status StatusOf(WriteStatus status, bool isAgain) => status switch
    {
        WriteStatus.New => V1.IngestOutcome.Types.Status.New,
        WriteStatus.Updated => V1.IngestOutcome.Types.Status.Updated,
        _ when isAgain => V1.IngestOutcome.Types.Status.Duplicate,
        _ => V1.IngestOutcome.Types.Status.Unchanged,
    };
}
