using System.Threading.Channels;
using Grpc.Core;
using Microsoft.Extensions.Options;
using NewsIndex.Articles;
using SearchService.Access;
using SearchService.Errors;
using SearchService.Execution;
using SearchService.Ingest;
using SearchService.Replies;
using SearchService.Requests;
using SearchService.Settings;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <summary>newssearch.v1.IngestService: articles that are written and deleted.</summary>
internal sealed class IngestCalls(
    IngestQueue queue, IngestStreams streams, AuditLog audit, IOptions<SearchOptions> options, TimeProvider clock)
    : V1.IngestService.IngestServiceBase
{
    /// <summary>Responses of a stream that wait for their commit or for the caller; then no more requests are read.</summary>
    private const int MaxUnanswered = 512;

    private readonly SearchOptions options = options.Value;

    public override async Task IngestArticles(
        IAsyncStreamReader<V1.IngestArticlesRequest> requestStream, IServerStreamWriter<V1.IngestArticlesResponse> responseStream,
        ServerCallContext context)
    {
        RequireOn();
        using var place = streams.TryEnter(Caller.Of(context).Line) ?? throw ErrorsToStatus.OfTooManyStreams(streams.Limit);
        using var deadline = CallDeadline.BeginStream(context, options, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token);
        var answers = Channel.CreateBounded<(long Sequence, Task<V1.IngestOutcome> Outcome)>(MaxUnanswered);
        // A feed may be silent for as long as the stream may last.
        deadline.Pause();
        var reading = ReadAsync(requestStream, answers.Writer, context, ending.Token);
        try
        {
            var reply = new StreamReply<V1.IngestArticlesResponse>(responseStream, context, deadline, options, clock);
            await foreach (var (sequence, outcome) in answers.Reader.ReadAllAsync(deadline.Token))
            {
                var message = new V1.IngestArticlesResponse
                {
                    Sequence = sequence,
                    Outcome = await outcome.WaitAsync(deadline.Token),
                };
                await reply.WriteAsync(message);
                deadline.Pause();
            }
        }
        finally
        {
            await ending.CancelAsync();
            await reading;
        }
    }

    public override async Task<V1.BatchIngestArticlesResponse> BatchIngestArticles(
        V1.BatchIngestArticlesRequest request, ServerCallContext context)
    {
        RequireOn();
        IngestRequests.RequireCount("articles", request.Articles.Count);
        var seen = new HashSet<ulong>();
        var outcomes = new List<Task<V1.IngestOutcome>>();
        foreach (var article in request.Articles)
            outcomes.Add(await BeginAsync(article, request.Restore, seen, false, context, CallDeadline.Of(context)));
        return new V1.BatchIngestArticlesResponse
        {
            Outcomes = { await Task.WhenAll(outcomes).WaitAsync(CallDeadline.Of(context)) },
        };
    }

    public override async Task<V1.DeleteArticlesResponse> DeleteArticles(V1.DeleteArticlesRequest request, ServerCallContext context)
    {
        RequireOn();
        IngestRequests.RequireCount("ids", request.Ids.Count);
        var caller = Caller.Of(context);
        var orders = request.Ids
            .Select((id, i) => new WriteOrder.Delete(FieldChecks.ArticleId($"ids[{i}]", id), caller.MayWrite)).ToList();
        foreach (var order in orders)
            await queue.AddAsync(order, CallDeadline.Of(context));
        var outcomes = orders.ConvertAll(order => AnswerAsync(order, context));
        return new V1.DeleteArticlesResponse { Outcomes = { await Task.WhenAll(outcomes).WaitAsync(CallDeadline.Of(context)) } };
    }

    private void RequireOn()
    {
        if (!options.Ingest.Enabled)
            throw ErrorsToStatus.OfIngestOff();
    }

    /// <summary>
    /// Takes requests in, as fast as they can be written. The answers end with the requests, or with the failure to read one.
    /// </summary>
    private async Task ReadAsync(
        IAsyncStreamReader<V1.IngestArticlesRequest> requests, ChannelWriter<(long, Task<V1.IngestOutcome>)> answers,
        ServerCallContext context, CancellationToken ending)
    {
        var seen = new HashSet<ulong>();
        try
        {
            while (await requests.MoveNext(ending))
            {
                var request = requests.Current;
                var outcome = await BeginAsync(request.Article, request.Restore, seen, true, context, ending);
                await answers.WriteAsync((request.Sequence, outcome), ending);
            }

            answers.Complete();
        }
        catch (Exception e)
        {
            answers.Complete(e);
        }
    }

    /// <summary>Hands an article in; the result completes when it is committed.</summary>
    /// <param name="seen">Hashes of the ids that the call has handed in.</param>
    /// <param name="isPatient">See <see cref="WriteOrder.IsPatient"/>.</param>
    private async Task<Task<V1.IngestOutcome>> BeginAsync(
        V1.ArticleInput? input, bool restore, HashSet<ulong> seen, bool isPatient, ServerCallContext context,
        CancellationToken cancellation)
    {
        var caller = Caller.Of(context);
        WriteOrder.Put order;
        try
        {
            var article = IngestRequests.ToArticle(input, options.Ingest.MaxArticleBytes);
            if (!caller.MayWrite(article.Source))
                throw ErrorsToStatus.OfForeignSource(article.Source);
            order = new WriteOrder.Put(article, restore, caller.MayWrite, isPatient);
        }
        catch (RpcException refusal)
        {
            return Task.FromResult(IngestReplies.Rejected(input?.Id ?? "", refusal));
        }

        await queue.AddAsync(order, cancellation);
        var isAgain = !seen.Add(IdHash.Of(order.Id));
        return AnswerAsync(order.Id, order.Done, isAgain, context);
    }

    private async Task<V1.IngestOutcome> AnswerAsync(string id, Task<WriteResult> done, bool isAgain, ServerCallContext context)
    {
        var result = await done;
        if (result.Status is WriteStatus.New or WriteStatus.Updated)
            audit.RecordWrite(context, $"article {id} {(result.Status == WriteStatus.New ? "new" : "updated")} in {result.Generation}");
        return IngestReplies.From(id, result, isAgain);
    }

    private async Task<V1.DeleteOutcome> AnswerAsync(WriteOrder.Delete order, ServerCallContext context)
    {
        var result = await order.Done;
        if (result.Status == WriteStatus.Deleted)
            audit.RecordWrite(context, $"article {order.Id} deleted in {result.Generation}");
        return IngestReplies.From(order.Id, result);
    }
}
