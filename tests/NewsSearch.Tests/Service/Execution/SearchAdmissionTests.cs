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

    [Fact]
    public async Task A_caller_that_has_left_already_is_never_admitted()
    {
        var admission = new SearchAdmission("searches", 1, 1, maxQueued: 10, clock);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => admission.EnterAsync(Me, Wait, new CancellationToken(true)));
        Assert.Equal(0, admission.Running);
    }
}
