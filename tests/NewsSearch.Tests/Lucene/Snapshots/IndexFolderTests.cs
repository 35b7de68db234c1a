using System.Text.Json;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Intake;
using NewsIndex.Lucene.Caching;
using NewsIndex.Lucene.Documents;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Lucene.Snapshots;

public sealed class IndexFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private NewsIndexOptions Options => new() { Directory = folder.Path };

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_with_other_files_is_not_written_to()
    {
        File.WriteAllText(folder.File("thesis.doc"), "");
        Assert.Contains(
            "thesis.doc",
            Assert.Throws<IndexUnavailableException>(() => NewsIndexServices.OpenWriter(Options, TimeProvider.System)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_committed_is_not_there()
    {
        await WriteAsync("1");
        await using (var writer = NewsIndexServices.OpenWriter(Options, TimeProvider.System))
            await writer.WriteAsync([new Article { Id = "2", Body = "x" }], CancellationToken.None);
        await using var searcher = NewsIndexServices.OpenSearcher(Options, TimeProvider.System);
        Assert.Equal(1, (await searcher.DescribeAsync(CancellationToken.None)).Articles);
        Assert.Empty(NewsIndexServices.Verify(Options));
    }

    /// <summary>Merges that follow a commit leave out replaced texts, which scores depend on.</summary>
    [Fact]
    public async Task A_generation_gives_the_same_scores_after_the_writer_has_ended()
    {
        await WriteAsync([.. Enumerable.Range(0, 20).Select(i => $"kept {i}")]);
        var last = new Generation(0, 0);
        for (var round = 0; round < 40; round++)
        {
            (Generation, double) before;
            await using (var writer = NewsIndexServices.OpenWriter(Options, TimeProvider.System))
            {
                var words = string.Join(' ', Enumerable.Repeat("storm", round + 1));
                await writer.WriteAsync(
                    [.. Enumerable.Range(0, 5).Select(i => new Article { Id = $"{i}", Body = words })], CancellationToken.None);
                await writer.CommitAsync(CancellationToken.None);
                before = await ScoreAsync();
            }

            var after = await ScoreAsync();
            Assert.True(before.Item1.Number > last.Number, $"{before.Item1} follows {last}");
            Assert.True(before.Item1 != after.Item1 || before.Item2.Equals(after.Item2), $"{before} is {after} later");
            last = after.Item1;
        }

        Assert.Empty(NewsIndexServices.Verify(Options));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(60)]
    public async Task A_damaged_commit_is_passed_over_until_a_good_one_comes(int length)
    {
        await WriteAsync("1");
        await using var searcher = NewsIndexServices.OpenSearcher(Options, TimeProvider.System);
        var good = System.IO.Directory.GetFiles(folder.Path, "segments_*").Single();
        var damaged = Path.Combine(folder.Path, "segments_zz");
        await File.WriteAllBytesAsync(damaged, [.. (await File.ReadAllBytesAsync(good)).Take(length)]);
        await Task.Delay(600);
        Assert.Equal(1, (await searcher.DescribeAsync(CancellationToken.None)).Articles);
        File.Delete(damaged);
        await WriteAsync("2");
        await Eventually.TrueAsync(async () => (await searcher.DescribeAsync(CancellationToken.None)).Articles == 2);
    }

    [Theory]
    [InlineData(null, "did not make")]
    [InlineData("999", "has format 999")]
    public async Task An_index_of_another_kind_or_format_is_refused_with_what_to_do(string? format, string message)
    {
        WriteForeignIndex(format);
        Assert.Contains(
            message, Assert.Throws<IndexUnavailableException>(() => NewsIndexServices.OpenWriter(Options, TimeProvider.System)).Message,
            StringComparison.Ordinal);
        await using var searcher = NewsIndexServices.OpenSearcher(Options, TimeProvider.System);
        var refused = await Assert.ThrowsAsync<IndexUnavailableException>(() => searcher.DescribeAsync(CancellationToken.None));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Contains(message, Assert.Single(NewsIndexServices.Verify(Options)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(0)]
    public async Task Articles_are_analysed_on_as_many_threads_as_asked_for_and_one_for_each_core_by_default(int threads)
    {
        var (now, most) = (0, 0);
        var options = Options;
        options.Intake.WriteThreads = threads;
        await using (var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System, _ =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            Thread.Sleep(2);
            Interlocked.Decrement(ref now);
            return [];
        }))
        {
            Article[] articles = [.. Enumerable.Range(0, 200).Select(i => new Article { Id = $"{i}", Body = "x" })];
            await writer.WriteAsync(articles, CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        Assert.InRange(most, 1, threads == 0 ? Environment.ProcessorCount : threads);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen; seen = most)
            Interlocked.CompareExchange(ref most, value, seen);
    }

    [Fact]
    public async Task Verify_finds_a_damaged_file()
    {
        await WriteAsync([.. Enumerable.Range(0, 200).Select(i => $"a{i}")]);
        var segment = new DirectoryInfo(folder.Path).GetFiles("_*").MaxBy(file => file.Length)!;
        var bytes = await File.ReadAllBytesAsync(segment.FullName);
        bytes.AsSpan(bytes.Length / 3, bytes.Length / 3).Clear();
        await File.WriteAllBytesAsync(segment.FullName, bytes);
        Assert.NotEmpty(NewsIndexServices.Verify(Options));
    }

    [Fact]
    public async Task A_folder_that_is_emptied_and_filled_again_under_a_searcher_answers_from_the_new_index_alone()
    {
        await WriteAsync([.. Enumerable.Range(0, 50).Select(i => $"old{i}")]);
        await using var searcher = NewsIndexServices.OpenSearcher(Options, TimeProvider.System);
        foreach (var file in System.IO.Directory.EnumerateFiles(folder.Path))
            File.Delete(file);
        await WriteAsync("new0");
        await WriteAsync("new1");
        await Eventually.TrueAsync(async () => (await searcher.DescribeAsync(CancellationToken.None)).Articles == 2);
        Assert.Null(await searcher.FindAsync("old1", CancellationToken.None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_generation_that_is_made_ready_first_is_shown_and_followed_by_the_next(int later)
    {
        await WriteAsync("0");
        var options = Options;
        options.Snapshots.WarmUp = true;
        await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        Assert.Equal(1, (await searcher.DescribeAsync(CancellationToken.None)).Articles);
        for (var i = 1; i <= later; i++)
            await WriteAsync($"{i}");
        await Eventually.TrueAsync(async () => (await searcher.DescribeAsync(CancellationToken.None)).Articles == 1 + later);
    }

    [Fact]
    public async Task Postings_are_read_before_they_are_searched()
    {
        var words = new Random(1);
        await using (var writer = NewsIndexServices.OpenWriter(Options, TimeProvider.System))
        {
            await writer.WriteAsync(
                [
                    .. Enumerable.Range(0, 1_000).Select(i => new Article
                    {
                        Id = $"{i}",
                        Body = string.Join(' ', Enumerable.Range(0, 80).Select(_ => $"w{words.Next(2_000)}")),
                    }),
                ],
                CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        var blocks = System.IO.Directory.EnumerateFiles(folder.Path, "*.nw?")
            .Sum(file => (new FileInfo(file).Length + BlockCache.BlockSize - 1) / BlockCache.BlockSize);
        Assert.True(blocks > 8, $"{blocks}");
        var options = Options;
        options.Snapshots.WarmUp = true;
        await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        await Eventually.TrueAsync(() => Task.FromResult(searcher.Caches.BlockMisses >= blocks));
    }

    [Fact]
    public async Task A_segment_of_old_revisions_alone_is_warmed_up_like_others()
    {
        await WriteAsync("1");
        WriteOldRevision("1");
        var options = Options;
        options.Snapshots.WarmUp = true;
        using var log = new CapturedLog();
        await using (var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System, logger: log.CreateLogger("index")))
            Assert.Equal(1, (await searcher.DescribeAsync(CancellationToken.None)).Articles);
        Assert.DoesNotContain(log.Entries, entry => entry.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Later_pages_are_found_beside_a_segment_of_old_revisions_alone()
    {
        await WriteAsync("1", "2");
        WriteOldRevision("1");
        await using var searcher = NewsIndexServices.OpenSearcher(Options, TimeProvider.System);
        var plan = new QueryPlan { Query = new Query.Everything(), PageSize = 1 };
        var first = await searcher.SearchAsync(plan, CancellationToken.None);
        var second = await searcher.SearchAsync(plan with { After = first.Next }, CancellationToken.None);
        Assert.Equal(["1", "2"], first.Hits.Concat(second.Hits).Select(hit => hit.Id));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task A_writer_that_wrote_nothing_leaves_an_empty_index()
    {
        await NewsIndexServices.OpenWriter(Options, TimeProvider.System).DisposeAsync();
        Assert.Empty(NewsIndexServices.Verify(Options));
        await using var searcher = NewsIndexServices.OpenSearcher(Options, TimeProvider.System);
        Assert.Equal(0, (await searcher.DescribeAsync(CancellationToken.None)).Articles);
    }

    [Fact]
    public async Task A_generation_can_be_described_after_the_next_commit_deleted_its_files()
    {
        await WriteAsync("1");
        await using var searcher = NewsIndexServices.OpenSearcher(Options, TimeProvider.System);
        await WriteAsync("2");
        Assert.InRange((await searcher.DescribeAsync(CancellationToken.None)).Articles, 1, 2);
    }

    [Fact]
    public async Task Merging_keeps_the_generation()
    {
        await WriteAsync("1");
        await WriteAsync("2");
        var before = await GenerationAsync();
        NewsIndexServices.Merge(Options);
        Assert.Equal(before, await GenerationAsync());
        Assert.Empty(NewsIndexServices.Verify(Options));
    }

    private async Task WriteAsync(params string[] ids)
    {
        await using var writer = NewsIndexServices.OpenWriter(Options, TimeProvider.System);
        await writer.WriteAsync([.. ids.Select(id => new Article { Id = id, Body = $"storm {id}" })], CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }

    private async Task<(Generation Generation, double Score)> ScoreAsync()
    {
        await using var searcher = NewsIndexServices.OpenSearcher(Options, TimeProvider.System);
        var page = await searcher.SearchAsync(
            new QueryPlan { Query = new Query.Word("storm") }, ArticleScope.Everything, CancellationToken.None);
        return (page.Generation, page.Hits[0].Score);
    }

    private async Task<Generation> GenerationAsync()
    {
        await using var searcher = NewsIndexServices.OpenSearcher(Options, TimeProvider.System);
        return (await searcher.DescribeAsync(CancellationToken.None)).Generation;
    }

    /// <summary>Writes a segment of one old revision, as one of several threads of a writer may.</summary>
    private void WriteOldRevision(string id)
    {
        using var directory = new NIOFSDirectory(folder.Path);
        var commit = DirectoryReader.ListCommits(directory)[^1].UserData;
        using var writer = new IndexWriter(
            directory,
            new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer()) { MergePolicy = NoMergePolicy.COMPOUND_FILES });
        writer.AddDocument(RevisionDocument.Of(
            id, new StoredRecord(JsonSerializer.SerializeToUtf8Bytes("gale"), DateTimeOffset.UnixEpoch, 1, new Generation(1, 0))));
        writer.SetCommitData(commit);
        writer.Commit();
    }

    private void WriteForeignIndex(string? format)
    {
        using var directory = new NIOFSDirectory(folder.Path);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer()));
        if (format is not null)
            writer.SetCommitData(new Dictionary<string, string> { ["newssearch.format"] = format });
        writer.Commit();
    }
}
