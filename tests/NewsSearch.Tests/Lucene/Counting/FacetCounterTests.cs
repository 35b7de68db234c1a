using CsCheck;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Lucene.Schema;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsSearch.Tests.Lucene.Counting;

/// <summary>
/// Facets against a look at every article, where values have several spellings, an article has several of them, and segments differ in
/// both.
/// </summary>
public sealed class FacetCounterTests
{
    private static readonly Gen<string> AnyLabel = Gen.Int[0, 7].Select(
        each => ((string[])["Sport", "sport", "SPORT!", "Politics", "politics", "Crime", "crime-", "Été"])[each]);

    private static readonly Gen<(string? Source, string[] Tags, bool Found)> AnyArticle =
        Gen.Select(Gen.OneOf(AnyLabel, Gen.Const((string)null!)), AnyLabel.Array[0, 4], Gen.Int[0, 3]).Select(
            (source, tags, found) => ((string?)source, tags.Distinct().ToArray(), found > 0));

    private static readonly Gen<(string? Source, string[] Tags, bool Found)[][]> AnyCommits = AnyArticle.Array[1, 40].Array[1, 3];

    [Fact]
    public void Values_are_counted_once_an_article_under_their_most_frequent_spelling() => AnyCommits.Sample(
        commits =>
        {
            using var folder = new TemporaryFolder();
            var counted = CountAsync(commits, folder.Path).GetAwaiter().GetResult();
            var articles = commits.SelectMany(each => each).Where(article => article.Found).ToList();
            Assert.Equal(
                Expected([.. articles.Select(article => article.Source is { } source ? [source] : (string[])[])]), counted.Sources);
            Assert.Equal(Expected([.. articles.Select(article => article.Tags)]), counted.Tags);
        },
        iter: 30, threads: 1);

    private static List<(string, long)> Expected(List<string[]> values)
    {
        var named = values.SelectMany(each => each).GroupBy(LabelFields.Normalise).ToDictionary(
            spellings => spellings.Key,
            spellings => spellings.GroupBy(spelling => spelling).OrderByDescending(spelling => spelling.Count())
                .ThenBy(spelling => spelling.Key, StringComparer.Ordinal).First().Key);
        return [.. values.SelectMany(each => each.Length == 0 ? [""] : each.Select(LabelFields.Normalise).Distinct()).GroupBy(key => key)
            .OrderByDescending(key => key.Count()).ThenBy(key => key.Key, StringComparer.Ordinal)
            .Select(key => (named.GetValueOrDefault(key.Key, ""), (long)key.Count()))];
    }

    private static async Task<(List<(string, long)> Sources, List<(string, long)> Tags)> CountAsync(
        (string? Source, string[] Tags, bool Found)[][] commits, string directory)
    {
        var options = new NewsIndexOptions { Directory = directory };
        await using (var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System))
        {
            foreach (var (number, commit) in commits.Index())
            {
                await writer.WriteAsync(
                    [
                        .. commit.Select((article, i) => new Article
                        {
                            Id = $"{number}-{i}",
                            Body = article.Found ? "storm" : "calm",
                            Source = article.Source,
                            Tags = article.Tags,
                            Language = "en",
                        }),
                    ],
                    CancellationToken.None);
                await writer.CommitAsync(CancellationToken.None);
            }
        }

        await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        var plan = new AggregatePlan { Query = new Query.Word("storm"), Facets = [FacetField.Source, FacetField.Tag], Limit = 20 };
        var counted = await searcher.AggregateAsync(plan, ArticleScope.Everything, CancellationToken.None);
        var facets = counted.Facets;
        var fewer = await searcher.AggregateAsync(plan with { Totals = TotalKinds.None }, ArticleScope.Everything, CancellationToken.None);
        Assert.Equal(new HitTotal(counted.Total.Articles, 0, 0), fewer.Total);
        Assert.Equal(facets.SelectMany(facet => facet.Values), fewer.Facets.SelectMany(facet => facet.Values));
        return (
            [.. facets[0].Values.Select(value => (value.Name, value.Articles))],
            [.. facets[1].Values.Select(value => (value.Name, value.Articles))]);
    }
}
