using NewsIndex.Articles;
using SearchCli;

namespace NewsSearch.Tests.Service;

/// <summary>What the terminal says where nothing was found.</summary>
public sealed class EmptyAnswerTests : IAsyncLifetime
{
    private readonly RunningService service = new();

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        await service.WriteAsync(
            [.. Enumerable.Range(0, 5)
            .Select(i => new Article { Id = $"{i}", Body = "storm on the coast", Language = "en",
            Published = new PublishedDate(PartialDate.OfDay(new DateOnly(1987, 3, 9)), null, DateProvenance.Metadata) })]);
        await service.SeesAsync(5);
    }

    public Task DisposeAsync() => service.DisposeAsync();

    [Theory]
    [InlineData("search", "--json")]
    [InlineData("search", "--csv")]
    [InlineData("search")]
    [InlineData("timeline")]
    [InlineData("export")]
    [InlineData("concordance")]
    public async Task Every_verb_says_what_would_find_something(params string[] verb)
    {
        var (exit, output, error) = await RunAsync([.. verb, "storm", "flood"]);
        Assert.Equal(0, exit);
        Assert.Contains("Without flood: 5 articles.", output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search")]
    [InlineData("timeline")]
    [InlineData("export")]
    [InlineData("concordance")]
    public async Task Every_verb_says_how_a_query_was_read(string verb)
    {
        var (exit, output, error) = await RunAsync(verb, "storm", "coast?");
        Assert.Equal(0, exit);
        Assert.Contains("was read as punctuation", output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export")]
    [InlineData("concordance")]
    public async Task What_a_stream_has_told_is_not_told_twice(string verb)
    {
        var (_, _, error) = await RunAsync(verb, "flood?", "copies:\"nowhere\"");
        Assert.Equal(1, error.Split("was read as punctuation").Length - 1);
        Assert.Equal(1, error.Split("No article has the id").Length - 1);
    }

    [Theory]
    [InlineData("concordance", "NOT flood", "5 articles match, but the query has no word")]
    [InlineData("concordance", "flood", "No article matches flood.")]
    [InlineData("export", "flood", "No article matches flood.")]
    [InlineData("timeline", "flood", "No article matches flood.")]
    public async Task No_verb_prints_nothing_without_a_reason(string verb, string query, string reason)
    {
        var (_, _, error) = await RunAsync(verb, query);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_table_has_its_header()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "flood.csv");
        await RunAsync("export", "flood", "--csv", "--output", path);
        Assert.StartsWith("id,published,", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Did_you_mean_is_printed()
    {
        var (_, output, _) = await RunAsync("search", "strom");
        Assert.Contains("did you mean: storm  (5 articles)", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("week", "1987-03-09\t5\t1000.00\t5\tpartial")]
    [InlineData("day", "1987-03-09\t5\t1000.00\t5\n")]
    public async Task A_timeline_marks_the_periods_that_the_dates_cut(string interval, string row)
    {
        var (_, output, _) =
            await RunAsync("timeline", "storm", "--from", "1987-03-09", "--to", "1987-03-10", "--by", interval, "--per-thousand");
        Assert.Contains(row, output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) =>
        CapturedConsole.RunAsync(() => SearchCliProgram.RunAsync([.. arguments, "--server", service.GrpcAddress], TimeProvider.System));
}
