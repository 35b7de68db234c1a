using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Intake;

namespace NewsSearch.Tests.Intake;

public sealed class DeletionLogTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2025, 6, 12, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    private string LogFile => DeletionLog.PathFor(folder.File("index"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Reads_back_what_it_wrote()
    {
        var log = DeletionLog.Open(LogFile);
        log.Add([("a", "Times"), ("b \"é\"", null), ("c", null)], Now);
        log.Restore("c");
        log.Flush(Now);
        var read = DeletionLog.Open(LogFile);
        Assert.Equal(["a", "b \"é\""], read.Ids.Order());
        Assert.Equal("Times", read.SourceOf("a"));
    }

    [Theory]
    [InlineData("{\"id\":\"b\"")]
    [InlineData("\0\0\0")]
    public void A_last_line_that_is_cut_off_does_not_count_and_is_replaced(string torn)
    {
        DeletionLog.Open(LogFile).Add([("a", null)], Now);
        File.AppendAllText(LogFile, torn);
        var log = DeletionLog.Open(LogFile);
        Assert.Equal(["a"], log.Ids);
        log.Add([("c", null)], Now);
        Assert.Equal(["a", "c"], DeletionLog.Open(LogFile).Ids.Order());
    }

    /// <summary>An editor may leave out the last line feed.</summary>
    [Fact]
    public void A_whole_last_line_counts_without_its_end()
    {
        DeletionLog.Open(LogFile).Add([("a", null)], Now);
        File.AppendAllText(LogFile, "{\"id\":\"b\",\"at\":\"2025-06-12T00:00:00Z\"}");
        var log = DeletionLog.Open(LogFile);
        Assert.Equal(["a", "b"], log.Ids.Order());
        log.Add([("c", null)], Now);
        Assert.Equal(["a", "b", "c"], DeletionLog.Open(LogFile).Ids.Order());
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"\"}")]
    public void Any_other_bad_line_is_an_error_that_names_it(string line)
    {
        DeletionLog.Open(LogFile).Add([("a", null)], Now);
        File.AppendAllText(LogFile, line + "\n");
        var failure = Assert.Throws<IndexUnavailableException>(() =>
            NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = folder.File("index") }, TimeProvider.System));
        Assert.Contains("line 2 of index-deletions.jsonl is not a deletion (expected {", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>The process ended between the record of the deletion and the commit.</summary>
    [Fact]
    public async Task What_was_being_deleted_is_deleted_when_the_index_is_next_opened()
    {
        var options = new NewsIndexOptions { Directory = folder.File("index") };
        await using (var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System))
        {
            await writer.WriteAsync(
                [new Article { Id = "a", Headline = "storm" }, new Article { Id = "b", Headline = "calm" }], CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        DeletionLog.Open(LogFile).Add([("a", null)], Now);
        await using (var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System))
            Assert.Equal(3, writer.Committed.Number);
        await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        Assert.Equal(1, (await searcher.DescribeAsync(CancellationToken.None)).Articles);
        Assert.Empty(NewsIndexServices.Verify(options));
    }
}
