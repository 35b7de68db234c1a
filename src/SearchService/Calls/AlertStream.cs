using Grpc.Core;
using NewsIndex.Alerts;
using NewsIndex.Generations;
using SearchService.Access;
using SearchService.Execution;
using SearchService.Replies;
using SearchService.Telemetry;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <summary>Streams the matches of one watcher: generation by generation, in the order of arrival.</summary>
/// <param name="watched">Returns the alerts to match, as they are now.</param>
internal sealed class AlertStream(
    AlertMatcher matcher, GenerationWatch generations, AlertMeter meter, SearchExecutor executor, ServerCallContext context,
    CallDeadline deadline, StreamReply<V1.WatchMatchesResponse> reply, Func<IEnumerable<Alert>> watched)
{
    /// <param name="resumed">Null to begin with what arrives from now on.</param>
    /// <param name="once">True to end when all matches of the newest generation have come.</param>
    public async Task RunAsync(AlertPosition? resumed, bool once)
    {
        var newest = await generations.NewestAsync(deadline.Token);
        var position = resumed ?? AlertPosition.After(newest);
        if (resumed is null)
            await reply.WriteAsync(AlertReplies.From(position, newest));
        while (true)
        {
            if (position != AlertPosition.After(newest))
                position = await MatchAsync(position, newest);
            if (once && position == AlertPosition.After(newest))
                return;
            // Waiting for a commit takes as long as it takes.
            deadline.Pause();
            newest = await generations.AfterAsync(newest, deadline.Token);
            deadline.Restart();
        }
    }

    private async Task<AlertPosition> MatchAsync(AlertPosition position, Generation newest)
    {
        AlertRound round;
        do
        {
            round = new AlertRound(position, newest);
            try
            {
                await FillAsync(round, position, newest);
            }
            catch (GenerationExpiredException)
            {
                // It was closed meanwhile: a newer one has all that it had.
                return position;
            }

            foreach (var (match, after) in round.InOrder())
            {
                await reply.WriteAsync(AlertReplies.From(match, after, newest));
                meter.Count();
            }

            position = round.End;
        }
        while (!round.IsWhole);
        await reply.WriteAsync(AlertReplies.From(position, newest));
        return position;
    }

    private async Task FillAsync(AlertRound round, AlertPosition position, Generation newest)
    {
        var scope = Caller.Of(context).Articles;
        var alerts = watched().ToList();
        var answers = executor.StreamAsync(
            context, new PlanFacts($"{alerts.Count} alerts"), token => matcher.MatchAsync(alerts, position, newest, scope, token));
        await foreach (var answer in answers)
        {
            round.Add(answer);
            if (answer.Error is not null)
                await reply.WriteAsync(AlertReplies.From(answer, position, newest));
            deadline.Restart();
        }
    }
}
