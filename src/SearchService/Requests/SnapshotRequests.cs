using NewsIndex.SavedSnapshots;
using SearchService.Errors;

namespace SearchService.Requests;

/// <summary>Checks the fields of requests about snapshots.</summary>
/// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: the value is out of range.</exception>
internal static class SnapshotRequests
{
    /// <summary>Null for the empty name.</summary>
    public static string? Name(string name)
    {
        if (name.Length == 0)
            return null;
        return SnapshotName.IsValid(name) ? name : throw ErrorsToStatus.OfValue("name", name, SnapshotName.Expected);
    }

    public static string RequiredName(string name) =>
        Name(name) ?? throw ErrorsToStatus.OfField("name", "is empty", "the name of a snapshot");
}
