using Grpc.Core;
using Microsoft.Extensions.Options;
using NewsIndex.Alerts;
using NewsIndex.Engines;
using NewsIndex.Queries;
using SearchService.Access;
using SearchService.Errors;
using SearchService.Execution;
using SearchService.Paging;
using SearchService.Replies;
using SearchService.Requests;
using SearchService.Settings;
using SearchService.Telemetry;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <summary>newssearch.v1.AlertService: stored queries and what they match.</summary>
internal sealed class AlertCalls(
    AlertLog alerts, AlertMatcher matcher, IArticleSearcher searcher, GenerationWatch generations, AlertMeter meter,
    SearchExecutor executor, IOptions<SearchOptions> options, TimeProvider clock)
    : V1.AlertService.AlertServiceBase
{
    public override async Task<V1.Alert> CreateAlert(V1.CreateAlertRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context).Name;
        var asked = WriteRequests.Of(request, request.RequestId, caller);
        var requests = new SearchRequests(options.Value.Index.Limits, clock.GetUtcNow());
        IReadOnlyList<string>? notices = null;
        var alert = await OnceOnly.AnswerAsync(asked, repeated => alerts.Current.CreatedBy(repeated), async () =>
        {
            var (name, text) = await executor.PlanAsync(context, request, () => AlertRequests.ToAlert(request, requests));
            // Before anything is written: a caller that is told to come back later has created nothing.
            notices = await NoticesOfAsync(request, requests, context);
            var newest = await matcher.NewestAsync(CallDeadline.Of(context));
            return alerts.Create(name, caller, text, newest, asked);
        });
        return AlertReplies.Created(alert, notices ?? await NoticesOfAsync(request, requests, context));
    }

    public override Task<V1.Alert> GetAlert(V1.GetAlertRequest request, ServerCallContext context) =>
        Task.FromResult(AlertReplies.From(Find(request.Id, Caller.Of(context))));

    public override Task<V1.ListAlertsResponse> ListAlerts(V1.ListAlertsRequest request, ServerCallContext context)
    {
        var size = AlertRequests.PageSize(request.PageSize);
        var tokens = new ListToken(nameof(ListAlerts));
        var last = tokens.ReadNumber(request.PageToken) ?? 0;
        var caller = Caller.Of(context);
        var (page, next) = ListPage.Of(
            alerts.Current.All.Where(alert => alert.Number > last && AlertOwner.MaySee(caller, alert)), AlertReplies.IdOf, size, tokens);
        return Task.FromResult(AlertReplies.From(page, next));
    }

    public override Task<V1.DeleteAlertResponse> DeleteAlert(V1.DeleteAlertRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        return alerts.Delete(AlertRequests.Number(request.Id), caller.Name, alert => AlertOwner.MaySee(caller, alert))
            ? Task.FromResult(new V1.DeleteAlertResponse())
            : throw ErrorsToStatus.OfMissingAlert(request.Id);
    }

    public override async Task WatchMatches(
        V1.WatchMatchesRequest request, IServerStreamWriter<V1.WatchMatchesResponse> responseStream, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        if (request.Alerts.Count > AlertLog.MaxPerOwner)
            throw ErrorsToStatus.OfRange("alerts", $"{request.Alerts.Count} ids", $"at most {AlertLog.MaxPerOwner}");
        int[] named = [.. request.Alerts.Select(id => Find(id, caller).Number).Distinct().Order()];
        var position = ResumeToken.Read(request.ResumeToken);
        using var deadline = CallDeadline.BeginStream(context, options.Value, clock);
        using var watching = meter.Watch();
        var reply = new StreamReply<V1.WatchMatchesResponse>(responseStream, context, deadline, options.Value, clock);
        await new AlertStream(matcher, generations, meter, executor, context, deadline, reply, WatchedBy).RunAsync(position, request.Once);

        IEnumerable<Alert> WatchedBy() => named.Length == 0
            ? alerts.Current.All.Where(alert => AlertOwner.MaySee(caller, alert))
            : named.Select(alerts.Current.Find).OfType<Alert>();
    }

    /// <summary>How a search for the query would be answered now; nothing for a query that cannot be read any more.</summary>
    private async Task<IReadOnlyList<string>> NoticesOfAsync(
        V1.CreateAlertRequest request, SearchRequests requests, ServerCallContext context)
    {
        var reading = await executor.PlanAsync(context, request, () => AlertRequests.ToReading(request, requests));
        if (reading.Query is not { } query)
            return [];
        try
        {
            var cost = await executor.LookUpAsync(
                context, PlanFacts.Of(query), deadline => searcher.EstimateAsync(query, Caller.Of(context).Articles, deadline));
            return [.. ReadingReplies.Notices(reading.Notices, cost.Notices, query)];
        }
        catch (QueryTooExpensiveException e)
        {
            // A pattern may become too expensive on any day; it is a failure of each commit then, and no reason to refuse the alert.
            return [.. reading.Notices, $"{e.Message}: as long as that is so, the alert matches nothing, and WatchMatches says so."];
        }
    }

    private Alert Find(string id, Caller caller) =>
        alerts.Current.Find(AlertRequests.Number(id)) is { } alert && AlertOwner.MaySee(caller, alert)
            ? alert
            : throw ErrorsToStatus.OfMissingAlert(id);
}
