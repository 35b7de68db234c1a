using Lucene.Net.Store;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Lucene.Snapshots;

namespace NewsSearch.Tests.Lucene.Snapshots;

public sealed class IndexSnapshotsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();
    private readonly CapturedLog log = new();

    // One thread, so that the articles of a commit lie in one segment.
    private NewsIndexOptions Options => new() { Directory = folder.Path, Intake = { WriteThreads = 1 } };

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_commit_that_cannot_be_read_leaves_the_generation_before_it_and_is_read_when_it_can_be()
    {
        var first = await CommitAsync("1");
        using var directory = new FailingDirectory(new NIOFSDirectory(folder.Path));
        await using var snapshots = new IndexSnapshots(Options, clock, log.CreateLogger("NewsIndex"), () => directory);
        var second = await CommitAsync("2");
        directory.Failure = new InsufficientMemoryException("heap");
        await FollowAsync(() => snapshots.FollowFailure is not null);
        Assert.Equal(first, Current(snapshots));
        Assert.Contains("heap", snapshots.FollowFailure, StringComparison.Ordinal);
        directory.Failure = null;
        await FollowAsync(() => snapshots.FollowFailure is null);
        Assert.Equal(second, Current(snapshots));
    }

    [Fact]
    public async Task An_index_that_cannot_be_read_from_the_start_says_why()
    {
        await CommitAsync("1");
        using var directory = new FailingDirectory(new NIOFSDirectory(folder.Path)) { Failure = new IOException("the disk is gone") };
        await using var snapshots = new IndexSnapshots(Options, clock, log.CreateLogger("NewsIndex"), () => directory);
        Assert.Contains(
            "the disk is gone", Assert.Throws<IndexUnavailableException>(() => snapshots.Acquire(null)).Message, StringComparison.Ordinal);
        directory.Failure = null;
        await FollowAsync(() => snapshots.FollowFailure is null);
        Assert.Equal(1, Current(snapshots).Number);
    }

    [Fact]
    public async Task An_older_generation_stays_open_as_long_as_the_options_say()
    {
        var first = await CommitAsync("1");
        await using var snapshots = Open();
        var second = await CommitAsync("2");
        await FollowAsync(() => Current(snapshots) == second);
        snapshots.Acquire(first).Release();
        clock.Advance(Options.Snapshots.KeepGenerations);
        await FollowAsync(() => log.Entries.Any(entry => entry.Line.Contains($"{first} has expired", StringComparison.Ordinal)));
        Assert.Equal(first, Assert.Throws<GenerationExpiredException>(() => snapshots.Acquire(first)).Asked);
    }

    [Fact]
    public async Task A_snapshot_in_use_can_be_read_after_it_has_expired()
    {
        var first = await CommitAsync("1");
        await using var snapshots = Open();
        var inUse = snapshots.Acquire(null);
        var second = await CommitAsync("2");
        await FollowAsync(() => Current(snapshots) == second);
        clock.Advance(Options.Snapshots.KeepGenerations);
        await FollowAsync(() => log.Entries.Any(entry => entry.Line.Contains($"{first} has expired", StringComparison.Ordinal)));
        Assert.Equal(1, inUse.Reader.NumDocs);
        inUse.Release();
    }

    [Fact]
    public async Task The_next_generation_shares_the_segments_of_the_one_before()
    {
        await CommitAsync("1");
        await using var snapshots = Open();
        var before = SegmentsOf(snapshots, null);
        var second = await CommitAsync("2");
        await FollowAsync(() => Current(snapshots) == second);
        Assert.Subset(SegmentsOf(snapshots, null), before);
    }

    [Fact]
    public async Task A_commit_that_is_not_yet_complete_opens_nothing_anew()
    {
        await CommitAsync("1");
        await using var snapshots = Open();
        var before = SegmentsOf(snapshots, null);
        var committed = System.IO.Directory.EnumerateFiles(folder.Path, "segments_*").Single();
        await File.WriteAllBytesAsync($"{committed[..^1]}{(char)(committed[^1] + 1)}", [0x3F, 0xD7]);
        snapshots.Reload();
        Assert.Equal(before, SegmentsOf(snapshots, null));
    }

    [Fact]
    public async Task A_pinned_generation_shares_the_segments_that_it_has_in_common_with_the_newest()
    {
        var first = await CommitAsync("1");
        Pin(first);
        var second = await CommitAsync("2");
        await using var snapshots = Open();
        var (pinned, newest) = (SegmentsOf(snapshots, first), SegmentsOf(snapshots, null));
        Assert.Single(pinned);
        Assert.Equal(2, newest.Count);
        Assert.Subset(newest, pinned);
        Assert.Equal(second, Current(snapshots));
    }

    [Fact]
    public async Task A_pinned_generation_has_the_articles_of_its_commit_though_a_later_one_replaced_some()
    {
        var first = await CommitAsync("1", "2");
        Pin(first);
        await CommitAsync(("1", "a flood instead"));
        await using var snapshots = Open();
        Assert.Equal(2, ArticlesIn(snapshots, first));
        // The text that was replaced stays in the index as a revision.
        Assert.Equal(3, ArticlesIn(snapshots, null));
        Assert.False(HasDeletions(snapshots, first));
        Assert.True(HasDeletions(snapshots, null));
    }

    [Fact]
    public async Task A_pinned_generation_is_opened_once_for_all_who_ask_at_the_same_time()
    {
        var first = await CommitAsync("1");
        Pin(first);
        await CommitAsync("2");
        await using var snapshots = Open();
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => snapshots.Acquire(first))));
        Assert.Single(opened.Distinct());
        foreach (var snapshot in opened)
            snapshot.Release();
        Assert.Single(log.Entries, entry => entry.Line.Contains($"Pinned generation {first} is open", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pinned_generation_that_was_closed_is_opened_again()
    {
        var first = await CommitAsync("1");
        Pin(first);
        await CommitAsync("2");
        await using var snapshots = Open();
        snapshots.Acquire(first).Release();
        clock.Advance(Options.Snapshots.KeepGenerations);
        await FollowAsync(() => log.Entries.Any(entry => entry.Line.Contains($"{first} has expired", StringComparison.Ordinal)));
        Assert.Equal(1, ArticlesIn(snapshots, first));
    }

    [Fact]
    public async Task An_index_in_the_place_of_another_shares_nothing_with_it()
    {
        await CommitAsync("1");
        await using var snapshots = Open();
        var before = SegmentsOf(snapshots, null);
        foreach (var file in System.IO.Directory.EnumerateFiles(folder.Path))
            File.Delete(file);
        await CommitAsync("2");
        var second = await CommitAsync("3");
        await FollowAsync(() => Current(snapshots) == second);
        Assert.Empty(SegmentsOf(snapshots, null).Intersect(before));
    }

    [Fact]
    public async Task A_generation_that_two_others_have_followed_releases_what_was_derived_from_it_and_derives_it_anew()
    {
        var (key, computed) = (new object(), 0);
        var first = await CommitAsync("1");
        await using var snapshots = Open();
        Assert.Equal(1, Derived());
        foreach (var (id, expected) in new[] { ("2", 1), ("3", 2) })
        {
            var next = await CommitAsync(id);
            await FollowAsync(() => Current(snapshots) == next);
            Assert.Equal(expected, Derived());
        }

        Assert.Equal(2, Derived());

        int Derived() => Reading(snapshots, first, snapshot => snapshot.Reader.Derived.GetOrAdd(key, 0, _ => ++computed));
    }

    [Theory]
    [InlineData("1", 2)]
    [InlineData("2", 1)]
    public async Task A_segment_releases_what_was_derived_from_it_once_newer_generations_do_not_have_it(string written, int expected)
    {
        var (key, computed) = (new object(), 0);
        var first = await CommitAsync(("1", "a storm"));
        await using var snapshots = Open();
        Assert.Equal(1, Derived());
        foreach (var article in new[] { (written, "a flood"), ("3", "hail") })
        {
            var next = await CommitAsync(article);
            await FollowAsync(() => Current(snapshots) == next);
        }

        Assert.Equal(expected, Derived());

        int Derived() => Reading(
            snapshots, first, snapshot => snapshot.Reader.Segments.Single().Derived.GetOrAdd(key, 0, _ => ++computed));
    }

    [Fact]
    public async Task Nothing_can_be_acquired_after_disposal_and_disposing_twice_does_no_harm()
    {
        await CommitAsync("1");
        var snapshots = Open();
        await snapshots.DisposeAsync();
        await snapshots.DisposeAsync();
        Assert.Contains(
            "closed", Assert.Throws<IndexUnavailableException>(() => snapshots.Acquire(null)).Message, StringComparison.Ordinal);
    }

    private IndexSnapshots Open() => new(Options, clock, log.CreateLogger("NewsIndex"));

    private void Pin(Generation generation) => NewsIndexServices.OpenPins(
        Options, TimeProvider.System, NewsIndexServices.OpenCorrections(Options, TimeProvider.System)).Pin(generation, "test", "");

    private Task<Generation> CommitAsync(params string[] ids) =>
        CommitAsync([.. ids.Select(id => (id, $"storm {id}"))]);

    private async Task<Generation> CommitAsync(params (string Id, string Body)[] articles)
    {
        await using var writer = NewsIndexServices.OpenWriter(Options, TimeProvider.System);
        await writer.WriteAsync(
            [.. articles.Select(article => new Article { Id = article.Id, Body = article.Body })], CancellationToken.None);
        return await writer.CommitAsync(CancellationToken.None);
    }

    /// <summary>Lets the follower look until something holds.</summary>
    private Task FollowAsync(Func<bool> holds) => Eventually.TrueAsync(() =>
    {
        clock.Advance(CommitFollower.Interval);
        return Task.FromResult(holds());
    });

    private static Generation Current(IndexSnapshots snapshots) => Reading(snapshots, null, snapshot => snapshot.Generation);

    private static int ArticlesIn(IndexSnapshots snapshots, Generation? generation) =>
        Reading(snapshots, generation, snapshot => snapshot.Reader.NumDocs);

    private static bool HasDeletions(IndexSnapshots snapshots, Generation? generation) =>
        Reading(snapshots, generation, snapshot => snapshot.Reader.HasDeletions);

    private static HashSet<object> SegmentsOf(IndexSnapshots snapshots, Generation? generation) =>
        Reading(snapshots, generation, snapshot => snapshot.Reader.Leaves.Select(leaf => leaf.AtomicReader.CoreCacheKey).ToHashSet());

    private static T Reading<T>(IndexSnapshots snapshots, Generation? generation, Func<IndexSnapshot, T> read)
    {
        var snapshot = snapshots.Acquire(generation);
        try
        {
            return read(snapshot);
        }
        finally
        {
            snapshot.Release();
        }
    }
}
