using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsIndex.Queries;
using SearchService.Execution;
using SearchService.Settings;
using SearchService.Telemetry;

namespace NewsSearch.Tests.Service.Execution;

public sealed class SearchExecutorTests : IDisposable
{
    private static readonly PlanFacts Facts = PlanFacts.Of(new QueryPlan { Query = new Query.Word("storm"), PageSize = 20 });

    private readonly ManualClock clock = new();
    private readonly SearchOptions options = new() { MaxSearchWait = TimeSpan.FromSeconds(2), MaxConcurrentSearches = 1 };
    private readonly SearchLanes lanes;
    private readonly CapturedLog log = new();
    private readonly FakeCallContext context = new();
    private readonly CallDeadline deadline;
    private readonly ServiceMeter meter = new();
    private readonly SearchExecutor executor;

    public SearchExecutorTests()
    {
        lanes = new SearchLanes(Options.Create(options), clock);
        deadline = CallDeadline.BeginStream(context, options, clock);
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        executor = new SearchExecutor(lanes, Options.Create(options), meter, clock, loggers.CreateLogger<SearchExecutor>());
    }

    public void Dispose()
    {
        deadline.Dispose();
        meter.Dispose();
        lanes.Dispose();
    }

    [Fact]
    public async Task Work_runs_on_a_search_thread_with_the_deadline_of_its_call()
    {
        var (name, token) = await executor.RunAsync(
            context, Facts, cancellation => Task.FromResult((Thread.CurrentThread.Name, cancellation)));
        Assert.Equal(("search 1", deadline.Token), (name, token));
        Assert.Equal(0, lanes.Searches.Admission.Running);
    }

    [Fact]
    public async Task A_look_up_waits_for_other_look_ups_only()
    {
        using var search = await lanes.Searches.Admission.EnterAsync("other", TimeSpan.Zero, CancellationToken.None);
        Assert.Equal("look-up 1", await executor.LookUpAsync(context, Facts, _ => Task.FromResult(Thread.CurrentThread.Name)));
        var lookUp = await lanes.LookUps.Admission.EnterAsync("other", TimeSpan.Zero, CancellationToken.None);
        var second = executor.LookUpAsync(context, Facts, _ => Task.FromResult(2));
        Assert.Equal((1L, false), (lanes.LookUps.Admission.Waiting, second.IsCompleted));
        lookUp.Dispose();
        Assert.Equal(2, await second);
    }

    [Fact]
    public async Task Work_that_fails_gives_its_place_back()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            executor.RunAsync<int>(context, Facts, _ => throw new InvalidDataException()));
        Assert.Equal(0, lanes.Searches.Admission.Running);
    }

    [Fact]
    public async Task A_call_waits_for_its_first_place_only_so_long()
    {
        using var place = await lanes.Searches.Admission.EnterAsync("other", TimeSpan.Zero, CancellationToken.None);
        var work = executor.RunAsync(context, Facts, _ => Task.FromResult(1));
        clock.Advance(options.MaxSearchWait);
        Assert.Equal("TOO_MANY_SEARCHES", ReasonOf(await Assert.ThrowsAsync<RpcException>(() => work)));
    }

    [Fact]
    public async Task A_call_that_was_admitted_once_is_not_refused_later()
    {
        await executor.RunAsync(context, Facts, _ => Task.FromResult(1));
        var place = await lanes.Searches.Admission.EnterAsync("other", TimeSpan.Zero, CancellationToken.None);
        var work = executor.RunAsync(context, Facts, _ => Task.FromResult(2));
        clock.Advance(options.MaxSearchWait);
        Assert.False(work.IsCompleted);
        place.Dispose();
        Assert.Equal(2, await work);
    }

    [Fact]
    public async Task A_call_whose_deadline_passes_in_the_queue_is_never_run()
    {
        await executor.RunAsync(context, Facts, _ => Task.FromResult(1));
        using var place = await lanes.Searches.Admission.EnterAsync("other", TimeSpan.Zero, CancellationToken.None);
        var hasRun = false;
        var work = executor.RunAsync(context, Facts, _ => Task.FromResult(hasRun = true));
        clock.Advance(options.Deadline);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.False(hasRun);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(100)]
    public async Task A_stream_gives_every_result_in_order(int count) =>
        Assert.Equal(Enumerable.Range(0, count), await ReadAsync(executor.StreamAsync(context, Facts, _ => NumbersAsync(count))));

    [Fact]
    public async Task A_stream_holds_no_place_while_its_caller_takes_a_result()
    {
        await foreach (var _ in executor.StreamAsync(context, Facts, _ => NumbersAsync(40)))
            Assert.Equal(0, lanes.Searches.Admission.Running);
    }

    [Fact]
    public async Task A_stream_that_is_left_early_ends_its_source()
    {
        var isEnded = false;
        await foreach (var number in executor.StreamAsync(context, Facts, _ => NumbersAsync(100, () => isEnded = true)))
        {
            if (number == 3)
                break;
        }

        Assert.True(isEnded);
    }

    [Fact]
    public async Task A_stream_sends_rare_results_before_its_chunk_is_full()
    {
        var read = 0;
        await foreach (var _ in executor.StreamAsync(context, Facts, _ => SlowAsync()))
            break;
        Assert.Equal(1, read);

        async IAsyncEnumerable<int> SlowAsync()
        {
            for (var i = 0; i < 3; i++)
            {
                await Task.Yield();
                clock.Advance(TimeSpan.FromSeconds(1));
                read++;
                yield return i;
            }
        }
    }

    [Theory]
    [InlineData(0, 60, false)]
    [InlineData(3, 2.999, false)]
    [InlineData(3, 3, true)]
    public async Task A_search_is_logged_from_the_threshold_on(double threshold, double seconds, bool logged)
    {
        options.SlowSearchThreshold = TimeSpan.FromSeconds(threshold);
        await executor.RunAsync(context, Facts, _ => Slow(seconds));
        Assert.Equal(logged, log.Entries.Count == 1);
    }

    [Theory]
    [InlineData(true, "storm")]
    [InlineData(false, "text not logged")]
    public async Task The_line_of_a_slow_search_has_its_plan_its_times_and_its_query_where_that_is_asked(bool asked, string subject)
    {
        options.LogQueryText = asked;
        options.SlowSearchThreshold = TimeSpan.FromSeconds(1);
        var place = await lanes.Searches.Admission.EnterAsync("other", TimeSpan.Zero, CancellationToken.None);
        var work = executor.RunAsync(context, Facts, _ => Slow(1.5));
        clock.Advance(TimeSpan.FromSeconds(0.25));
        place.Dispose();
        await work;
        var entry = Assert.Single(log.Entries);
        Assert.Equal(LogLevel.Warning, entry.Level);
        Assert.EndsWith(
            $"/newssearch.v1.SearchService/Search took 1,500 ms after 250 ms in the queue: {subject} "
                + "(kind word, clauses 1, order relevance, page size 20, generation newest).",
            entry.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_search_that_fails_is_logged_too()
    {
        options.SlowSearchThreshold = TimeSpan.FromSeconds(1);
        await Assert.ThrowsAsync<InvalidDataException>(() => executor.RunAsync<int>(context, Facts, async _ =>
        {
            await Slow(2);
            throw new InvalidDataException();
        }));
        Assert.Single(log.Entries);
    }

    private Task<int> Slow(double seconds)
    {
        clock.Advance(TimeSpan.FromSeconds(seconds));
        return Task.FromResult(0);
    }

    private static async IAsyncEnumerable<int> NumbersAsync(int count, Action? end = null)
    {
        try
        {
            for (var i = 0; i < count; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }
        finally
        {
            end?.Invoke();
        }
    }

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> results)
    {
        var all = new List<T>();
        await foreach (var result in results)
            all.Add(result);
        return all;
    }

    private static string ReasonOf(RpcException failure) => failure.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason;
}
