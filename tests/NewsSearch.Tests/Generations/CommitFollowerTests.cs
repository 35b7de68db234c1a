using Microsoft.Extensions.Logging;
using NewsIndex.Generations;

namespace NewsSearch.Tests.Generations;

public sealed class CommitFollowerTests : IAsyncDisposable
{
    private readonly ManualClock clock = new();
    private readonly CapturedLog log = new();
    private CommitFollower? follower;
    private Func<int, Exception?> failing = _ => null;
    private int looks;

    public async ValueTask DisposeAsync()
    {
        if (follower is not null)
            await follower.DisposeAsync();
    }

    [Fact]
    public void The_first_look_is_made_before_the_constructor_returns()
    {
        Follow();
        Assert.Equal(1, looks);
    }

    [Fact]
    public async Task Looks_again_at_each_interval_until_it_is_disposed()
    {
        Follow();
        await FinishAsync(3);
        Assert.Equal(4, looks);
        clock.Advance(CommitFollower.Interval);
        Assert.Equal(4, looks);
    }

    public static TheoryData<string> Failures => new(Made.Keys);

    private static Dictionary<string, Func<Exception>> Made { get; } = new()
    {
        ["no index"] = () => new IndexUnavailableException("there is no index"),
        ["a file that is gone"] = () => new FileNotFoundException("_3.cfs"),
        ["a commit that is half written"] = () => new EndOfStreamException("segments_2"),
        ["a damaged file"] = () => new InvalidDataException("codec"),
        ["no memory"] = () => new InsufficientMemoryException("heap"),
        ["a cancelled read"] = () => new OperationCanceledException("read"),
        ["a bug"] = () => new InvalidOperationException("bug"),
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Goes_on_after_a_look_that_fails_in_any_way(string kind)
    {
        failing = look => look is >= 2 and <= 4 ? Made[kind]() : null;
        Follow();
        await FinishAsync(4);
        Assert.Equal(5, looks);
        Assert.Null(follower!.Failure);
        Assert.Contains(Made[kind]().Message, log.Entries.First().Line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Says_why_the_last_look_failed(string kind)
    {
        failing = look => look > 1 ? Made[kind]() : null;
        Follow();
        Assert.Null(follower!.Failure);
        await FinishAsync(3);
        Assert.Contains(Made[kind]().Message, follower.Failure, StringComparison.Ordinal);
    }

    public static TheoryData<string, bool> Unreadable => new()
    {
        { "a file that is gone", true },
        { "a commit that is half written", true },
        { "no index", false },
        { "a bug", false },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_file_that_cannot_be_read_is_told_only_when_that_lasts(string kind, bool isQuiet)
    {
        failing = look => look is > 1 and <= 1 + CommitFollower.QuietLooks ? Made[kind]() : null;
        Follow();
        await FinishAsync(CommitFollower.QuietLooks + 1);
        Assert.Equal(isQuiet, log.Entries.Count == 0);
        Assert.Null(follower!.Failure);
    }

    [Fact]
    public void Who_asks_for_a_look_is_told_at_once_that_a_file_cannot_be_read()
    {
        failing = look => look == 2 ? new EndOfStreamException("segments_2") : null;
        Follow();
        follower!.LookNow();
        Assert.Contains("segments_2", follower.Failure, StringComparison.Ordinal);
        follower.LookNow();
        Assert.Null(follower.Failure);
    }

    [Fact]
    public async Task A_failure_that_repeats_itself_is_logged_once_and_its_end_once()
    {
        failing = look => look is >= 2 and <= 6 ? new IOException("disk") : null;
        Follow();
        await FinishAsync(7);
        Assert.Equal([LogLevel.Warning, LogLevel.Information], log.Entries.Select(entry => entry.Level));
        Assert.IsType<IOException>(log.Entries.First().Failure);
        Assert.Contains("disk", log.Entries.First().Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_failure_is_logged_too()
    {
        failing = look => look > 1 ? new IOException($"disk {look % 2}") : null;
        Follow();
        await FinishAsync(4 + CommitFollower.QuietLooks);
        Assert.Equal(4, log.Entries.Count(entry => entry.Level == LogLevel.Warning));
    }

    [Fact]
    public async Task What_every_call_says_from_the_start_is_not_logged()
    {
        failing = _ => new IndexUnavailableException("there is no index");
        Follow();
        await FinishAsync(2);
        Assert.Equal("there is no index", follower!.Failure);
        Assert.Empty(log.Entries);
    }

    private void Follow() => follower = new CommitFollower(
        () =>
        {
            if (failing(Interlocked.Increment(ref looks)) is { } failure)
                throw failure;
        },
        "index", clock, log.CreateLogger("NewsIndex"));

    private async Task LookAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            var before = looks;
            clock.Advance(CommitFollower.Interval);
            await Eventually.TrueAsync(() => Task.FromResult(looks > before));
        }
    }

    /// <summary>Makes so many more looks and ends the following, which finishes what it tells of the last.</summary>
    private async Task FinishAsync(int times)
    {
        await LookAsync(times);
        await follower!.DisposeAsync();
    }
}
