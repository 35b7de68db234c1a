using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Options;
using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using SearchService.Errors;
using SearchService.Execution;
using SearchService.Replies;
using SearchService.Requests;
using SearchService.Settings;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <summary>newssearch.v1.IndexService.</summary>
internal sealed class IndexCalls(IArticleSearcher searcher, CorrectionLog corrections, IOptions<SearchOptions> options, TimeProvider clock) : V1.IndexService.IndexServiceBase
{
    private string Directory => options.Value.Index.Directory;

    public override async Task<V1.IndexInfo> GetIndexInfo(V1.GetIndexInfoRequest request, ServerCallContext context) =>
        IndexReplies.From(await searcher.DescribeAsync(CallDeadline.Of(context)));

    public override Task<V1.PinnedGeneration> PinGeneration(V1.PinGenerationRequest request, ServerCallContext context) =>
        Task.FromResult(From(NewsIndexServices.Pin(
            Directory,
            SearchRequests.ToGeneration(request.Generation),
            EntityRequests.OptionalText("by", request.By, GenerationPin.LongestBy),
            EntityRequests.OptionalText("why", request.Why, GenerationPin.LongestWhy),
            clock,
            corrections)));

    public override Task<V1.UnpinGenerationResponse> UnpinGeneration(V1.UnpinGenerationRequest request, ServerCallContext context)
    {
        var generation = SearchRequests.ToGeneration(request.Generation)
            ?? throw ErrorsToStatus.OfField("generation", "there is none", "a generation that was pinned", "FIELD_OUT_OF_RANGE");
        var by = EntityRequests.OptionalText("by", request.By, GenerationPin.LongestBy);
        return new GenerationPins(Directory).Remove(generation, by.Length == 0 ? null : by)
            ? Task.FromResult(new V1.UnpinGenerationResponse())
            : throw ErrorsToStatus.OfUnpinnedGeneration(generation);
    }

    public override async Task<V1.ListGenerationsResponse> ListGenerations(V1.ListGenerationsRequest request, ServerCallContext context) => new()
    {
        Current = (await searcher.DescribeAsync(CallDeadline.Of(context))).Generation.ToString(),
        Pinned = { new GenerationPins(Directory).Read().Select(From) },
    };

    private static V1.PinnedGeneration From(GenerationPin pin) =>
        new() { Generation = pin.Generation.ToString(), PinnedAt = Timestamp.FromDateTimeOffset(pin.PinnedAt), By = pin.By, Why = pin.Why };
}
