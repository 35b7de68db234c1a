using System.CommandLine;
using System.Globalization;
using Evaluation.Copies;
using Indexer.Archives;
using Indexer.Records;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.NearDuplicates;
using NewsIndex.Queries;

namespace Evaluation.Commands;

/// <summary><c>copies</c>: the groups that the indexer finds, against a comparison of all pairs of a sample.</summary>
internal static class CopiesCommand
{
    public static Command Create()
    {
        var articles = new Option<string>("--articles") { Required = true, HelpName = "FILE" };
        var sample = new Option<int>("--sample") { DefaultValueFactory = _ => 3000 };
        var seed = new Option<int?>("--seed") { Description = "Draws the sample at random; the first articles of the file otherwise." };
        var command = new Command("copies", "Measures which near-copies are found while indexing.") { articles, sample, seed };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(articles)!, parsed.GetValue(sample), parsed.GetValue(seed)));
        return command;
    }

    private static async Task<int> RunAsync(string path, int size, int? seed)
    {
        var all = new ArchiveFile(new ArchiveReaders()).Read(path).OfType<Reading.Read>().Select(read => read.Article);
        var drawn = seed is { } number ? Draw([.. all], size, number) : [.. all.Take(size)];
        var articles = drawn.Select((article, i) => article with { Id = $"{i:000000}" }).ToList();

        using var index = new TemporaryIndex();
        var groups = await GroupsAsync(articles, index.Directory);
        var found = new HashSet<(int, int)>(
            groups.Select((group, i) => (group, i))
                .GroupBy(pair => pair.group)
                .SelectMany(group => Pairs([.. group.Select(pair => pair.i)])));
        var truth = AllPairs.Find(articles.ConvertAll(article => ComparedText.Of(article.Headline, article.Body)), CopyGroups.Threshold);
        var both = found.Count(truth.Contains);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"articles={articles.Count} true_pairs={truth.Count} found_pairs={found.Count} recall={Share(both, truth.Count):F4} "
            + $"precision={Share(both, found.Count):F4} groups={groups.Distinct().Count()}"));
        return 0;
    }

    private static List<Article> Draw(List<Article> articles, int size, int seed)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, articles.Count).OrderBy(_ => chance.Next()).Take(size).Order().Select(i => articles[i])];
    }

    private static async Task<List<string>> GroupsAsync(List<Article> articles, string directory)
    {
        var options = new NewsIndexOptions { Directory = directory };
        await using (var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System))
        {
            await writer.WriteAsync(articles, CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        var groups = new List<string>();
        foreach (var article in articles)
            groups.Add((await searcher.FindAsync(article.Id, ArticleScope.Everything, CancellationToken.None))!.CopyGroup);
        return groups;
    }

    private static IEnumerable<(int, int)> Pairs(List<int> members) =>
        members.SelectMany((one, i) => members.Skip(i + 1).Select(other => (one, other)));

    private static double Share(int part, int all) => all == 0 ? 1 : (double)part / all;
}
