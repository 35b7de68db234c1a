using Grpc.Core;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Results;
using SearchService.Access;
using SearchService.Errors;
using SearchService.Execution;
using SearchService.Paging;
using SearchService.Replies;
using SearchService.Requests;
using SearchService.Telemetry;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <summary>newssearch.v1.IndexService: what the index holds, and which generations it keeps.</summary>
internal sealed class IndexCalls(
    IArticleSearcherLifetime searcher, IGenerationPins pins, SearchExecutor executor, TimeProvider clock)
    : V1.IndexService.IndexServiceBase
{
    public override async Task<V1.IndexInfo> GetIndexInfo(V1.GetIndexInfoRequest request, ServerCallContext context) =>
        IndexReplies.From(await DescribeAsync(context));

    public override async Task<V1.PinnedGeneration> PinGeneration(V1.PinGenerationRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context).Name;
        var asked = WriteRequests.Of(request, request.RequestId, caller);
        var pin = await OnceOnly.AnswerAsync(
            asked, repeated => pins.Read().FirstOrDefault(pin => repeated.IsRepeatOf(pin.Request)), () => Task.FromResult(pins.Pin(
                FieldChecks.ToGeneration("generation", request.Generation),
                PinRequests.Owner(caller, request.By),
                FieldChecks.AtMost("why", request.Why, GenerationPin.MaxWhyLength),
                PinRequests.Expiry(request.ExpiresAt, clock.GetUtcNow()),
                asked)));
        // As of its making: a late repeat has the first answer.
        return IndexReplies.From(pin, pin.PinnedAt);
    }

    public override Task<V1.UnpinGenerationResponse> UnpinGeneration(V1.UnpinGenerationRequest request, ServerCallContext context)
    {
        var generation = FieldChecks.ToGeneration("generation", request.Generation)
            ?? throw ErrorsToStatus.OfField("generation", "is empty", "a pinned generation");
        return pins.Unpin(generation, PinRequests.OwnerOf(Caller.Of(context).Name, request.By))
            ? Task.FromResult(new V1.UnpinGenerationResponse())
            : throw ErrorsToStatus.OfUnpinnedGeneration(generation);
    }

    public override Task<V1.ListGenerationsResponse> ListGenerations(V1.ListGenerationsRequest request, ServerCallContext context)
    {
        var size = FieldChecks.PageSize(request.PageSize);
        var tokens = new ListToken(nameof(ListGenerations));
        var after = tokens.ReadGeneration(request.PageToken);
        // Counting the articles of a generation reads a column of it.
        return executor.LookUpAsync(context, new PlanFacts("the generations"), _ =>
            Task.FromResult(GenerationList.Read(searcher, pins, after, size, tokens, clock.GetUtcNow())));
    }

    private Task<IndexInfo> DescribeAsync(ServerCallContext context) =>
        executor.LookUpAsync(
            context, new PlanFacts("the index"), deadline => searcher.DescribeAsync(Caller.Of(context).Articles, deadline));
}
