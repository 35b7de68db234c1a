using Google.Rpc;
using Grpc.Core;
using SearchService.Execution;

namespace NewsSearch.Tests.Service.Execution;

public sealed class SearchAdmissionTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    private readonly ManualClock clock = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task As_many_as_the_limit_are_admitted_at_once(int limit)
    {
        using var admission = new SearchAdmission("searches", limit, clock);
        for (var i = 0; i < limit; i++)
            await admission.EnterAsync(TimeSpan.Zero, CancellationToken.None);
        Assert.Equal((limit, 0L), (admission.Running, admission.Waiting));
        Assert.False(admission.EnterAsync(Wait, CancellationToken.None).IsCompleted);
        Assert.Equal((limit, 1L), (admission.Running, admission.Waiting));
    }

    [Fact]
    public async Task Those_who_wait_are_admitted_in_the_order_of_their_arrival()
    {
        using var admission = new SearchAdmission("searches", 1, clock);
        var place = await admission.EnterAsync(TimeSpan.Zero, CancellationToken.None);
        List<Task<IDisposable>> waiting =
            [.. Enumerable.Range(0, 3).Select(_ => admission.EnterAsync(Timeout.InfiniteTimeSpan, CancellationToken.None))];
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
        using var admission = new SearchAdmission("searches", 1, clock);
        using var place = await admission.EnterAsync(TimeSpan.Zero, CancellationToken.None);
        var waiting = admission.EnterAsync(Wait, CancellationToken.None);
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
        using var admission = new SearchAdmission("searches", 1, clock);
        using var place = await admission.EnterAsync(TimeSpan.Zero, CancellationToken.None);
        await Assert.ThrowsAsync<RpcException>(() => admission.EnterAsync(TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task A_caller_who_leaves_the_queue_is_not_counted_as_refused()
    {
        using var admission = new SearchAdmission("searches", 1, clock);
        using var place = await admission.EnterAsync(TimeSpan.Zero, CancellationToken.None);
        using var caller = new CancellationTokenSource();
        var waiting = admission.EnterAsync(Wait, caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal((0L, 0L), (admission.Refused, admission.Waiting));
    }

    [Fact]
    public async Task A_refused_search_leaves_its_turn_to_the_next()
    {
        using var admission = new SearchAdmission("searches", 1, clock);
        var place = await admission.EnterAsync(TimeSpan.Zero, CancellationToken.None);
        var impatient = admission.EnterAsync(Wait, CancellationToken.None);
        var patient = admission.EnterAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);
        clock.Advance(Wait);
        await Assert.ThrowsAsync<RpcException>(() => impatient);
        place.Dispose();
        using var next = await patient;
        Assert.Equal(1, admission.Running);
    }
}
