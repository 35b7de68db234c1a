using CsCheck;
using Google.Rpc;
using Grpc.Core;
using SearchService.Execution;

namespace NewsSearch.Tests.Service.Execution;

public sealed class SearchAdmissionTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    private const string Me = "me";

    private readonly ManualClock clock = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task As_many_as_the_limit_are_admitted_at_once(int limit)
    {
        var admission = new SearchAdmission("searches", limit, limit, maxQueued: 10, clock);
        for (var i = 0; i < limit; i++)
            await admission.EnterAsync(Me, TimeSpan.Zero, CancellationToken.None);
        Assert.Equal((limit, 0L), (admission.Running, admission.Waiting));
        Assert.False(admission.EnterAsync(Me, Wait, CancellationToken.None).IsCompleted);
        Assert.Equal((limit, 1L), (admission.Running, admission.Waiting));
    }

    [Fact]
    public async Task Those_who_wait_are_admitted_in_the_order_of_their_arrival()
    {
        var admission = new SearchAdmission("searches", 1, 1, maxQueued: 10, clock);
        var place = await admission.EnterAsync(Me, TimeSpan.Zero, CancellationToken.None);
        List<Task<IDisposable>> waiting =
            [.. Enumerable.Range(0, 3).Select(_ => admission.EnterAsync(Me, Timeout.InfiniteTimeSpan, CancellationToken.None))];
        for (var next = 0; next < waiting.Count; next++)
        {
            place.Dispose();
            place = await waiting[next];
            Assert.All(waiting[(next + 1)..], later => Assert.False(later.IsCompleted));
        }
    }

    [Fact]
    public async Task A_search_that_waited_in_vain_is_refused_with_when_to_retry()
    {
        var admission = new SearchAdmission("searches", 1, 1, maxQueued: 10, clock);
        using var place = await admission.EnterAsync(Me, TimeSpan.Zero, CancellationToken.None);
        var waiting = admission.EnterAsync(Me, Wait, CancellationToken.None);
        clock.Advance(Wait - TimeSpan.FromTicks(1));
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromTicks(1));
        var refused = await Assert.ThrowsAsync<RpcException>(() => waiting);
        var info = refused.GetRpcStatus()!.GetDetail<ErrorInfo>();
        Assert.Equal((StatusCode.ResourceExhausted, "TOO_MANY_SEARCHES", "1"), (refused.StatusCode, info.Reason, info.Metadata["limit"]));
        Assert.NotNull(refused.GetRpcStatus()!.GetDetail<RetryInfo>());
        Assert.Equal((1L, 0L), (admission.Refused, admission.Waiting));
    }

    [Fact]
    public async Task Without_a_wait_a_search_is_refused_at_once()
    {
        var admission = new SearchAdmission("searches", 1, 1, maxQueued: 10, clock);
        using var place = await admission.EnterAsync(Me, TimeSpan.Zero, CancellationToken.None);
        await Assert.ThrowsAsync<RpcException>(() => admission.EnterAsync(Me, TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task A_caller_who_leaves_the_queue_is_not_counted_as_refused()
    {
        var admission = new SearchAdmission("searches", 1, 1, maxQueued: 10, clock);
        using var place = await admission.EnterAsync(Me, TimeSpan.Zero, CancellationToken.None);
        using var caller = new CancellationTokenSource();
        var waiting = admission.EnterAsync(Me, Wait, caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal((0L, 0L), (admission.Refused, admission.Waiting));
    }

    [Fact]
    public async Task A_refused_search_leaves_its_turn_to_the_next()
    {
        var admission = new SearchAdmission("searches", 1, 1, maxQueued: 10, clock);
        var place = await admission.EnterAsync(Me, TimeSpan.Zero, CancellationToken.None);
        var impatient = admission.EnterAsync(Me, Wait, CancellationToken.None);
        var patient = admission.EnterAsync(Me, Timeout.InfiniteTimeSpan, CancellationToken.None);
        clock.Advance(Wait);
        await Assert.ThrowsAsync<RpcException>(() => impatient);
        place.Dispose();
        using var next = await patient;
        Assert.Equal(1, admission.Running);
    }

    [Fact]
    public async Task Past_the_length_of_the_queue_a_search_is_refused_at_once_and_others_have_queues_of_their_own()
    {
        var admission = new SearchAdmission("searches", 1, 1, maxQueued: 2, clock);
        using var place = await admission.EnterAsync(Me, TimeSpan.Zero, CancellationToken.None);
        List<Task<IDisposable>> waiting = [.. Enumerable.Range(0, 2).Select(_ => admission.EnterAsync(Me, Wait, CancellationToken.None))];
        await Assert.ThrowsAsync<RpcException>(() => admission.EnterAsync(Me, Wait, CancellationToken.None));
        var other = admission.EnterAsync("other", Wait, CancellationToken.None);
        Assert.Equal((3L, 1L), (admission.Waiting, admission.Refused));
        place.Dispose();
        (await waiting[0]).Dispose();
        (await other).Dispose();
        (await waiting[1]).Dispose();
    }

    /// <summary>Searches of two seconds each on one thread: the second to wait would wait for four.</summary>
    [Fact]
    public async Task A_search_that_would_wait_too_long_by_what_the_others_take_is_refused_at_once()
    {
        var admission = new SearchAdmission("searches", 1, 1, maxQueued: 10, clock);
        var first = await admission.EnterAsync(Me, TimeSpan.Zero, CancellationToken.None);
        var second = admission.EnterAsync(Me, Timeout.InfiniteTimeSpan, CancellationToken.None);
        clock.Advance(Wait);
        first.Dispose();
        using var running = await second;
        var next = admission.EnterAsync(Me, Wait, CancellationToken.None);
        var refused = await Assert.ThrowsAsync<RpcException>(() => admission.EnterAsync(Me, Wait, CancellationToken.None));
        Assert.Equal(4, refused.GetRpcStatus()!.GetDetail<RetryInfo>().RetryDelay.Seconds);
        Assert.False(next.IsCompleted);
        Assert.False(admission.EnterAsync(Me, Timeout.InfiniteTimeSpan, CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task One_caller_never_has_all_places()
    {
        var admission = new SearchAdmission("searches", 4, 3, maxQueued: 10, clock);
        for (var i = 0; i < 3; i++)
            await admission.EnterAsync(Me, TimeSpan.Zero, CancellationToken.None);
        await Assert.ThrowsAsync<RpcException>(() => admission.EnterAsync(Me, TimeSpan.Zero, CancellationToken.None));
        using var other = await admission.EnterAsync("other", TimeSpan.Zero, CancellationToken.None);
        Assert.Equal(4, admission.Running);
    }

    [Theory]
    [InlineData(2500, true)]
    [InlineData(3500, false)]
    public async Task A_search_whose_caller_will_have_gone_before_it_could_end_is_refused_at_once(int milliseconds, bool isRefused)
    {
        var admission = new SearchAdmission("searches", 1, 1, maxQueued: 10, clock);
        await HoldAsync(admission, Me, TimeSpan.FromSeconds(1.5));
        using var running = await admission.EnterAsync(Me, TimeSpan.Zero, CancellationToken.None);
        var next = admission.EnterAsync(Me, Wait, CancellationToken.None, TimeSpan.FromMilliseconds(milliseconds));
        Assert.Equal((isRefused, isRefused ? 1 : 0), (next.IsCompleted, admission.Refused));
        if (isRefused)
            await Assert.ThrowsAsync<RpcException>(() => next);
    }

    [Fact]
    public async Task Callers_with_long_searches_leave_places_for_those_with_short_ones()
    {
        var admission = new SearchAdmission("searches", 4, 3, maxQueued: 10, clock) { KeptForShort = 2 };
        foreach (var caller in new[] { "a", "b", "c" })
            await HoldAsync(admission, caller, TimeSpan.FromSeconds(1));
        await HoldAsync(admission, "quick", TimeSpan.FromMilliseconds(300));
        var first = await admission.EnterAsync("a", Wait, CancellationToken.None);
        using var second = await admission.EnterAsync("b", Wait, CancellationToken.None);
        var third = admission.EnterAsync("c", Timeout.InfiniteTimeSpan, CancellationToken.None);
        Assert.False(third.IsCompleted);
        using var quick = await admission.EnterAsync("quick", Wait, CancellationToken.None);
        using var unknown = await admission.EnterAsync("new", Wait, CancellationToken.None);
        Assert.Equal(4, admission.Running);
        first.Dispose();
        using var admitted = await third;
    }

    [Fact]
    public async Task Short_searches_have_all_places_while_nothing_else_runs()
    {
        var admission = new SearchAdmission("searches", 4, 4, maxQueued: 10, clock) { KeptForShort = 2 };
        await HoldAsync(admission, Me, TimeSpan.FromMilliseconds(99));
        for (var i = 0; i < 4; i++)
            await admission.EnterAsync(Me, TimeSpan.Zero, CancellationToken.None);
        Assert.Equal(4, admission.Running);
    }

    /// <summary>The refusal that is asked for beforehand is the one that entering gives, in any state.</summary>
    [Fact]
    public void What_is_refused_before_it_is_read_is_what_would_be_refused_at_once() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[1, 5000]).Array[1, 60].Sample(steps =>
        {
            var time = new ManualClock();
            var admission = new SearchAdmission("searches", 3, 2, maxQueued: 2, time) { KeptForShort = 1 };
            var places = new List<(string Caller, Task<IDisposable> Place)>();
            foreach (var (action, number, milliseconds) in steps)
            {
                var caller = $"{number}";
                TimeSpan? left = milliseconds % 3 == 0 ? null : TimeSpan.FromMilliseconds(milliseconds);
                if (action < 2)
                {
                    var isRefused = admission.RefusalOf(caller, Wait, left) is not null;
                    var entered = admission.EnterAsync(caller, Wait, CancellationToken.None, left);
                    Assert.Equal(isRefused, entered.IsFaulted);
                    if (!entered.IsFaulted)
                        places.Add((caller, entered));
                    continue;
                }

                time.Advance(TimeSpan.FromMilliseconds(milliseconds));
                places.RemoveAll(each => each.Place.IsFaulted);
                if (places.Find(each => each.Caller == caller && each.Place.IsCompletedSuccessfully).Place is not { } ended)
                    continue;
                ended.Result.Dispose();
                places.RemoveAll(each => each.Place == ended);
            }
        }, iter: 2_000, threads: 1);

    [Fact]
    public async Task A_caller_that_has_left_already_is_never_admitted()
    {
        var admission = new SearchAdmission("searches", 1, 1, maxQueued: 10, clock);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => admission.EnterAsync(Me, Wait, new CancellationToken(true)));
        Assert.Equal(0, admission.Running);
    }

    /// <summary>Has a caller search for some time.</summary>
    private async Task HoldAsync(SearchAdmission admission, string caller, TimeSpan duration)
    {
        using (await admission.EnterAsync(caller, TimeSpan.Zero, CancellationToken.None))
            clock.Advance(duration);
    }
}
