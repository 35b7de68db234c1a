using Grpc.Core;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Results;
using NewsIndex.SavedSnapshots;
using SearchService.Access;
using SearchService.Execution;
using SearchService.Paging;
using SearchService.Replies;
using SearchService.Requests;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <summary>newssearch.v1.AdminService: snapshots, checks and reloading.</summary>
internal sealed class AdminCalls(
    IArticleSearcherLifetime searcher, ConfiguredSnapshots snapshots, IndexVerification verification, KeyRing keys, LongWork work)
    : V1.AdminService.AdminServiceBase
{
    public override Task CreateSnapshot(
        V1.CreateSnapshotRequest request, IServerStreamWriter<V1.CreateSnapshotResponse> responseStream, ServerCallContext context)
    {
        var folder = snapshots.RequireFolder();
        var order = SnapshotRequests.ToOrder(request, Caller.Of(context).Name);
        return work.RunAsync<SnapshotProgress, SavedSnapshot, V1.CreateSnapshotResponse>(
            responseStream, context, (progress, stop) => folder.Create(order, progress, stop),
            progress => new V1.CreateSnapshotResponse { BytesDone = progress.BytesDone, BytesTotal = progress.BytesTotal },
            made =>
            {
                AuditLog.Tell(context, $"snapshot {made.Name} of generation {made.Generation}");
                return new V1.CreateSnapshotResponse
                {
                    BytesDone = made.Bytes,
                    BytesTotal = made.Bytes,
                    Snapshot = AdminReplies.From(made),
                };
            });
    }

    public override Task<V1.ListSnapshotsResponse> ListSnapshots(V1.ListSnapshotsRequest request, ServerCallContext context)
    {
        var size = FieldChecks.PageSize(request.PageSize);
        var tokens = new ListToken(nameof(ListSnapshots));
        var last = tokens.ReadSnapshot(request.PageToken);
        var rest = snapshots.RequireFolder().List().Where(listed => last is not { } place || listed.Place.IsAfter(place));
        var (page, next) = ListPage.Of(rest, listed => $"{listed.Place}", size, tokens);
        return Task.FromResult(new V1.ListSnapshotsResponse { Snapshots = { page.Select(AdminReplies.From) }, NextPageToken = next });
    }

    public override Task<V1.DeleteSnapshotResponse> DeleteSnapshot(V1.DeleteSnapshotRequest request, ServerCallContext context)
    {
        var folder = snapshots.RequireFolder();
        var name = SnapshotRequests.RequiredName(request.Name);
        AuditLog.Tell(context, $"snapshot {name}");
        folder.Delete(name);
        return Task.FromResult(new V1.DeleteSnapshotResponse());
    }

    public override Task Verify(
        V1.VerifyRequest request, IServerStreamWriter<V1.VerifyResponse> responseStream, ServerCallContext context) =>
        work.RunAsync<IndexCheckProgress, IndexCheck, V1.VerifyResponse>(
            responseStream, context, verification.Run, AdminReplies.From, AdminReplies.From);

    public override Task<V1.ReloadResponse> Reload(V1.ReloadRequest request, ServerCallContext context)
    {
        var before = Served();
        searcher.Reload();
        var now = Served();
        AuditLog.Tell(context, $"generation {now?.ToString() ?? "none"}");
        var (count, problem) = keys.Reload();
        return Task.FromResult(new V1.ReloadResponse
        {
            Generation = now?.ToString() ?? "",
            PreviousGeneration = before?.ToString() ?? "",
            IndexProblem = searcher.FollowFailure ?? "",
            Keys = count,
            KeysProblem = problem,
        });
    }

    private Generation? Served()
    {
        try
        {
            return searcher.ListGenerations()[0];
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }
}
