using SearchService.Execution;

namespace NewsSearch.Tests.Service.Execution;

public sealed class RefusalPaceTests
{
    private readonly ManualClock clock = new();

    [Theory]
    [InlineData(null, 50)]
    [InlineData(1000, 50)]
    [InlineData(100, 50)]
    [InlineData(40, 20)]
    [InlineData(0, 0)]
    public void A_caller_that_does_not_pause_is_held_back_but_not_past_its_deadline(int? timeLeft, int held)
    {
        var pace = Flooded("a");
        var left = timeLeft is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : (TimeSpan?)null;
        Assert.Equal(TimeSpan.FromMilliseconds(held), pace.Next("a", left));
    }

    [Fact]
    public void Other_callers_are_not_held_back() => Assert.Equal(TimeSpan.Zero, Flooded("a").Next("b", null));

    [Fact]
    public void In_the_next_second_the_first_are_at_once_again()
    {
        var pace = Flooded("a");
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, pace.Next("a", null));
    }

    /// <summary>After all refusals of a second that are given at once.</summary>
    private RefusalPace Flooded(string caller)
    {
        var pace = new RefusalPace(clock);
        for (var i = 0; i < RefusalPace.Free; i++)
            Assert.Equal(TimeSpan.Zero, pace.Next(caller, null));
        return pace;
    }
}
