using System.IO.Compression;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.QueryText;

namespace NewsSearch.Tests.Lucene.Snapshots;

/// <summary>
/// Small indexes of five articles (<c>Formats/articles.jsonl</c>) that earlier builds wrote. A change that makes the newest unreadable, or
/// answers differently from it, needs a new <c>IndexFormat.Version</c> and another file here.
/// </summary>
public sealed class IndexFormatTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_format_before_is_refused_with_what_to_do()
    {
        Unpack("format-8");
        await using var searcher = NewsIndexServices.OpenSearcher(Options("none"), TimeProvider.System);
        IEnumerable<string> messages =
        [
            (await Assert.ThrowsAsync<IndexUnavailableException>(() => searcher.DescribeAsync(CancellationToken.None))).Message,
            Assert.Throws<IndexUnavailableException>(() => NewsIndexServices.OpenWriter(Options("none"), TimeProvider.System)).Message,
            Assert.Single(NewsIndexServices.Verify(new NewsIndexOptions { Directory = folder.Path })),
        ];
        Assert.All(messages, message =>
        {
            Assert.Contains("has format 8, and this version reads format 9", message, StringComparison.Ordinal);
            Assert.Contains("upgrade", message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_present_format_passes_verification()
    {
        Unpack("format-9");
        Assert.Empty(NewsIndexServices.Verify(new NewsIndexOptions { Directory = folder.Path }));
    }

    [Theory]
    [InlineData("harbour", "a1 a5")]
    [InlineData("dockers", "a1 a4")]
    [InlineData("\"bank of england\"", "a3")]
    [InlineData("exact:\"Bank of England\"", "a3")]
    [InlineData("greve", "a4")]
    [InlineData("date:1987-03", "a1 a4")]
    [InlineData("date:none", "a5")]
    [InlineData("org:\"Bank of England\"", "a3")]
    [InlineData("quote:reason", "a3")]
    [InlineData("source:\"evening post\"", "a3 a5")]
    [InlineData("warn* NEAR/6 ewe", "a2")]
    [InlineData("water W/S ewe", "a2")]
    public async Task The_present_format_answers_as_on_the_day_it_was_written(string typed, string ids)
    {
        Unpack("format-9");
        await using var searcher = NewsIndexServices.OpenSearcher(Options("none"), TimeProvider.System);
        var query = QueryTextReader.Read(typed, QueryOptions.Default).Query!;
        var page = await searcher.SearchAsync(new QueryPlan { Query = query, PageSize = 10 }, CancellationToken.None);
        Assert.Equal(ids, string.Join(' ', page.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task The_present_format_is_continued()
    {
        Unpack("format-9");
        // An index is bound to the recogniser that found its names, with its weights.
        string recogniser;
        await using (var searcher = NewsIndexServices.OpenSearcher(Options("none"), TimeProvider.System))
            recogniser = (await searcher.DescribeAsync(CancellationToken.None)).Recogniser;
        await using (var writer = NewsIndexServices.OpenWriter(Options(recogniser), TimeProvider.System))
        {
            await writer.WriteAsync([new Article { Id = "a6", Body = "The harbour froze over." }], CancellationToken.None);
            Assert.Equal(6, (await writer.CommitAsync(CancellationToken.None)).Number);
        }

        Assert.Empty(NewsIndexServices.Verify(new NewsIndexOptions { Directory = folder.Path }));
    }

    private NewsIndexOptions Options(string recogniser) => new() { Directory = folder.Path, Intake = { Recogniser = recogniser } };

    private void Unpack(string name) =>
        ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "Lucene", "Snapshots", "Formats", name + ".zip"), folder.Path);
}
