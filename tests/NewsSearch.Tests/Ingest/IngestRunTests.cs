using System.Text.Json;
using Indexer;
using NewsIndex;
using NewsIndex.Engines;

namespace NewsSearch.Tests.Ingest;

/// <summary>The indexer as a user runs it.</summary>
public sealed class IngestRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Index => folder.File("index");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_samples_are_read_whole_and_again_unchanged()
    {
        var samples = Path.Combine(Repository.Root, "samples");
        var (exit, first) = await IndexerInProcess.RunAsync("index", samples, "--json", "--index", Index);
        Assert.Equal((0, 61, 61, 0), (exit, first.Count("read"), first.Count("new"), first.Count("rejected")));
        var (_, second) = await IndexerInProcess.RunAsync("index", samples, "--json", "--index", Index);
        Assert.Equal((61, 0, 61), (second.Count("read"), second.Count("new"), second.Count("unchanged")));
        Assert.Empty(NewsIndexServices.Verify(new NewsIndexOptions { Directory = Index }));
    }

    [Fact]
    public async Task What_was_deleted_stays_so_until_it_is_asked_for_and_every_record_is_counted_once()
    {
        var archive = folder.File("a.jsonl");
        await File.WriteAllTextAsync(archive, "{\"id\":\"a\",\"headline\":\"good\"}\n{\"id\":\"b\",\"headline\":\"better\"}\n");
        await IndexerInProcess.RunAsync("index", archive, "--json", "--index", Index, "--recogniser", "none");
        await using (var writer = NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = Index }, TimeProvider.System))
            await writer.DeleteAsync(["a"], CancellationToken.None);

        var (_, again) = await IndexerInProcess.RunAsync("index", archive, "--json", "--index", Index, "--recogniser", "none", "--reread");
        Assert.Equal((2, 1, 1), (again.Count("read"), again.Count("unchanged"), again.Count("deleted")));
        var (_, skipped) = await IndexerInProcess.RunAsync("index", archive, "--json", "--index", Index, "--recogniser", "none");
        Assert.Equal((2, 1, 1), (skipped.Count("read"), skipped.Count("unchanged"), skipped.Count("deleted")));
        var (_, rebuilt) = await RebuiltAsync(archive);
        Assert.Equal((2, 1, 1), (rebuilt.Count("read"), rebuilt.Count("new"), rebuilt.Count("deleted")));

        var (_, asked) = await IndexerInProcess.RunAsync(
            "index", archive, "--json", "--index", Index, "--recogniser", "none", "--restore-deleted");
        Assert.Equal((2, 1, 1, 0), (asked.Count("read"), asked.Count("new"), asked.Count("unchanged"), asked.Count("deleted")));
        Assert.Empty(NewsIndexServices.Verify(new NewsIndexOptions { Directory = Index }));
    }

    private async Task<(int Exit, IndexerInProcess.Report Report)> RebuiltAsync(string archive)
    {
        Directory.Delete(Index, recursive: true);
        return await IndexerInProcess.RunAsync("index", archive, "--json", "--index", Index, "--recogniser", "none");
    }

    [Fact]
    public async Task Rejects_say_where_and_why_and_go_once_the_file_is_mended()
    {
        var archive = folder.File("a.jsonl");
        await File.WriteAllTextAsync(archive, "{\"headline\":\"good\"}\n{\"headline\":\n");
        await File.WriteAllTextAsync(folder.File("b.bin"), "\0\0\0");
        var (exit, report) =
            await IndexerInProcess.RunAsync("index", archive, folder.File("b.bin"), "--strict", "--json", "--index", Index);
        Assert.Equal((3, 3, 2), (exit, report.Count("read"), report.Count("rejected")));

        var lines = await File.ReadAllLinesAsync(Path.Combine(Index, "rejected.jsonl"));
        var rejected = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal(
            (archive, 20, "article-records"),
            (
                rejected.GetProperty("path").GetString(), rejected.GetProperty("offset").GetInt32(),
                rejected.GetProperty("reader").GetString()));

        await File.WriteAllTextAsync(archive, "{\"headline\":\"good\"}\n{\"headline\":\"mended\"}\n");
        await IndexerInProcess.RunAsync("index", archive, "--json", "--index", Index);
        Assert.Contains(
            "b.bin", Assert.Single(await File.ReadAllLinesAsync(Path.Combine(Index, "rejected.jsonl"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_indexer_in_another_process_is_refused()
    {
        await using var writer = NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = Index }, TimeProvider.System);
        using var second = IndexerProcess.Start("index", Path.Combine(Repository.Root, "samples"), "--index", Index);
        var error = await second.StandardError.ReadToEndAsync();
        await second.WaitForExitAsync();
        Assert.Contains("another indexer is writing", error, StringComparison.Ordinal);
        Assert.Equal(1, second.ExitCode);
    }

    [Theory]
    [InlineData(1, "index", "no/such/path")]
    [InlineData(1, "verify", "--index", "no/such/index")]
    [InlineData(1, "stats", "--index", "no/such/index")]
    [InlineData(2, "index")]
    [InlineData(2, "index", ".", "--published", "yesterday")]
    [InlineData(2, "indx", ".")]
    public async Task Exit_codes_tell(int expected, params string[] arguments)
    {
        var (exit, _, error) = await CapturedConsole.RunAsync(() => IndexerProgram.RunAsync(arguments, TimeProvider.System));
        Assert.Equal(expected, exit);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_command_line_knows_fills_only_what_articles_do_not_say()
    {
        var archive = folder.File("a.jsonl");
        await File.WriteAllTextAsync(
            archive, "{\"id\":\"1\",\"headline\":\"a\"}\n{\"id\":\"2\",\"headline\":\"b\",\"published\":\"1987\",\"source\":\"B\"}\n");
        await IndexerInProcess.RunAsync("index", archive, "--published", "2025-06", "--source", "A", "--json", "--index", Index);
        await using var searcher = NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = Index }, TimeProvider.System);
        var first = (await searcher.FindAsync("1", CancellationToken.None))!.Article;
        var second = (await searcher.FindAsync("2", CancellationToken.None))!.Article;
        Assert.Equal(("2025-06", "Argument", "A"), (first.Published.Date!.ToString(), first.Published.Provenance.ToString(), first.Source));
        Assert.Equal(("1987", "Metadata", "B"), (second.Published.Date!.ToString(), second.Published.Provenance.ToString(), second.Source));
    }
}
