using System.Globalization;
using System.Text;
using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Ranking;

/// <summary>
/// Pins the first hits of some queries and their scores. The diff of <c>ranking.txt</c> shows what a change of ranking moved;
/// <c>UPDATE_GOLDEN=1 dotnet test</c> writes it anew.
/// </summary>
public sealed class GoldenRankingTests : IDisposable
{
    private const int Hits = 10;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Queries_rank_as_recorded()
    {
        await GoldenArticles.WriteAsync(folder.Path);
        var ranking = await RankedAsync();
        var path = Path.Combine(GoldenArticles.Folder, "ranking.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(path, ranking);
        Assert.Equal(await File.ReadAllTextAsync(path), ranking);
    }

    private async Task<string> RankedAsync()
    {
        await using var searcher =
            NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = folder.Path }, TimeProvider.System);
        var text = new StringBuilder();
        foreach (var typed in File.ReadLines(Path.Combine(GoldenArticles.Folder, "queries.txt")))
        {
            var plan = new QueryPlan { Query = QueryReader.Read(typed).Query!, PageSize = Hits, Detail = HitDetail.Id };
            var page = await searcher.SearchAsync(plan, CancellationToken.None);
            text.Append(CultureInfo.InvariantCulture, $"{typed}  [{page.Total.Articles}]\n");
            foreach (var hit in page.Hits)
                text.Append(CultureInfo.InvariantCulture, $"  {hit.Score,7:F3} {hit.Id}\n");
        }

        return text.ToString();
    }
}
