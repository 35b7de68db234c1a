using NewsIndex.SavedSnapshots;
using SearchService.Errors;
using V1 = NewsSearch.V1;

namespace SearchService.Requests;

/// <summary>Checks the fields of requests about snapshots.</summary>
/// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: the value is out of range.</exception>
internal static class SnapshotRequests
{
    /// <param name="by">Who signed in; empty while access is off.</param>
    public static SnapshotOrder ToOrder(V1.CreateSnapshotRequest request, string by) => new(
        Name(request.Name), FieldChecks.ToGeneration("generation", request.Generation), by,
        FieldChecks.AtMost("note", request.Note, SavedSnapshot.MaxNoteLength), WriteRequests.Of(request, request.RequestId, by));

    public static string RequiredName(string name) =>
        Name(name) ?? throw ErrorsToStatus.OfField("name", "is empty", "the name of a snapshot");

    /// <summary>Null for the empty name.</summary>
    private static string? Name(string name)
    {
        if (name.Length == 0)
            return null;
        return SnapshotName.IsValid(name) ? name : throw ErrorsToStatus.OfValue("name", name, SnapshotName.Expected);
    }
}
