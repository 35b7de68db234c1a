using SearchService.Execution;
using SearchService.Settings;

namespace NewsSearch.Tests.Service.Execution;

public sealed class CallDeadlineTests
{
    private static readonly SearchOptions Options =
        new() { Deadline = TimeSpan.FromSeconds(10), StreamDeadline = TimeSpan.FromSeconds(60) };

    private readonly ManualClock clock = new();

    [Theory]
    [InlineData(9.999, false)]
    [InlineData(10, true)]
    public void A_call_ends_with_the_limit_of_the_service(double seconds, bool passed)
    {
        var context = new FakeCallContext();
        using var deadline = CallDeadline.BeginUnary(context, Options, clock);
        clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(passed, CallDeadline.Of(context).IsCancellationRequested);
    }

    [Fact]
    public void A_call_ends_with_its_caller()
    {
        using var caller = new CancellationTokenSource();
        using var deadline = CallDeadline.BeginUnary(new FakeCallContext(caller.Token), Options, clock);
        Assert.False(deadline.Token.IsCancellationRequested);
        caller.Cancel();
        Assert.True(deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public void Each_message_of_a_stream_has_the_time_of_a_call()
    {
        using var deadline = CallDeadline.BeginStream(new FakeCallContext(), Options, clock);
        for (var message = 0; message < 5; message++)
        {
            clock.Advance(TimeSpan.FromSeconds(9));
            Assert.False(deadline.Token.IsCancellationRequested);
            deadline.Restart();
        }

        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.True(deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public void The_time_for_a_message_stands_still_while_the_caller_takes_one()
    {
        using var deadline = CallDeadline.BeginStream(new FakeCallContext(), Options, clock);
        deadline.Pause();
        clock.Advance(TimeSpan.FromSeconds(50));
        Assert.False(deadline.Token.IsCancellationRequested);
        deadline.Restart();
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_whole_stream_has_a_time_that_nothing_stops()
    {
        using var deadline = CallDeadline.BeginStream(new FakeCallContext(), Options, clock);
        deadline.Pause();
        clock.Advance(TimeSpan.FromSeconds(60));
        Assert.True(deadline.Token.IsCancellationRequested);
        deadline.Restart();
        Assert.True(deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_stream_begins_its_own_deadline_in_place_of_an_earlier_one()
    {
        var context = new FakeCallContext();
        using var first = CallDeadline.BeginUnary(context, Options, clock);
        using var second = CallDeadline.BeginStream(context, Options, clock);
        Assert.Equal(second.Token, CallDeadline.Of(context));
    }
}
