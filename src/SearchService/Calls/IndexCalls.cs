using Grpc.Core;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Results;
using SearchService.Access;
using SearchService.Errors;
using SearchService.Execution;
using SearchService.Replies;
using SearchService.Requests;
using SearchService.Telemetry;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <summary>newssearch.v1.IndexService: what the index holds, and which generations it keeps.</summary>
internal sealed class IndexCalls(IArticleSearcher searcher, IGenerationPins pins, SearchExecutor executor)
    : V1.IndexService.IndexServiceBase
{
    public override async Task<V1.IndexInfo> GetIndexInfo(V1.GetIndexInfoRequest request, ServerCallContext context) =>
        IndexReplies.From(await DescribeAsync(context));

    public override Task<V1.PinnedGeneration> PinGeneration(V1.PinGenerationRequest request, ServerCallContext context) =>
        Task.FromResult(IndexReplies.From(pins.Pin(
            FieldChecks.ToGeneration("generation", request.Generation),
            Owner(request.By, context) ?? "",
            FieldChecks.AtMost("why", request.Why, GenerationPin.MaxWhyLength))));

    public override Task<V1.UnpinGenerationResponse> UnpinGeneration(V1.UnpinGenerationRequest request, ServerCallContext context)
    {
        var generation = FieldChecks.ToGeneration("generation", request.Generation)
            ?? throw ErrorsToStatus.OfField("generation", "is empty", "a pinned generation");
        return pins.Unpin(generation, Owner(request.By, context))
            ? Task.FromResult(new V1.UnpinGenerationResponse())
            : throw ErrorsToStatus.OfUnpinnedGeneration(generation);
    }

    public override async Task<V1.ListGenerationsResponse> ListGenerations(
        V1.ListGenerationsRequest request, ServerCallContext context) =>
        IndexReplies.From((await DescribeAsync(context)).Generation, pins.Read());

    /// <summary>The owner that a request names, or else who signed in; null when nobody did.</summary>
    private static string? Owner(string by, ServerCallContext context)
    {
        var owner = FieldChecks.AtMost("by", by, GenerationPin.MaxByLength) is { Length: > 0 } named ? named : Caller.Of(context).Name;
        return owner.Length == 0 ? null : owner;
    }

    private Task<IndexInfo> DescribeAsync(ServerCallContext context) =>
        executor.LookUpAsync(
            context, new PlanFacts("the index"), deadline => searcher.DescribeAsync(Caller.Of(context).Articles, deadline));
}
