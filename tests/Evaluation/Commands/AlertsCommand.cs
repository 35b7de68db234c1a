using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Evaluation.Alerts;
using Indexer.Archives;
using Indexer.Records;
using NewsIndex;
using NewsIndex.Alerts;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Queries;

namespace Evaluation.Commands;

/// <summary>
/// <c>alerts</c>: the time from a commit to the last match of many stored alerts, with and without ruling out those that cannot match.
/// </summary>
internal static class AlertsCommand
{
    private const int SampledArticles = 5_000;

    public static Command Create()
    {
        var articles = new Option<string>("--articles")
        {
            Required = true,
            HelpName = "F.jsonl[.gz]",
            Description = "Its last articles arrive; alerts are made of the first ones.",
        };
        var more = new Option<string?>("--more") { HelpName = "F.jsonl[.gz]", Description = "Further articles that are there before." };
        var limit = new Option<int>("--more-articles") { DefaultValueFactory = _ => 50_000, Description = "How many of them." };
        var alerts = new Option<int>("--alerts") { DefaultValueFactory = _ => 10_000 };
        var arriving = new Option<int>("--arriving") { DefaultValueFactory = _ => 1_000 };
        var commit = new Option<int>("--commit") { DefaultValueFactory = _ => 100, Description = "Articles of a commit." };
        var command = new Command("alerts", "Measures what stored alerts cost after a commit.")
        {
            articles, more, limit, alerts, arriving, commit,
        };
        command.SetAction(async (parsed, _) =>
        {
            var all = Read(parsed.GetValue(articles)!).ToList();
            var before = all.SkipLast(parsed.GetValue(arriving)).ToList();
            using var index = new TemporaryIndex();
            var options = new NewsIndexOptions { Directory = index.Directory };
            await WriteAsync(options, parsed.GetValue(more) is { } path ? Read(path).Take(parsed.GetValue(limit)) : []);
            await WriteAsync(options, before);
            await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
            var stored = new GeneratedAlerts([.. before.Take(SampledArticles)])
                .Make(parsed.GetValue(alerts), await new AlertMatcher(searcher).NewestAsync(CancellationToken.None));
            await RunAsync(searcher, options, stored, all.TakeLast(parsed.GetValue(arriving)).Chunk(parsed.GetValue(commit)));
            return 0;
        });
        return command;
    }

    private static IEnumerable<Article> Read(string path) =>
        new ArchiveFile(new ArchiveReaders()).Read(path).OfType<Reading.Read>().Select(read => read.Article);

    private static async Task RunAsync(
        IArticleSearcherLifetime searcher, NewsIndexOptions options, List<Alert> alerts, IEnumerable<Article[]> commits)
    {
        Console.WriteLine("| commit | articles | matches | all alerts searched, ms | ruled out first, ms | alerts searched | memory, MB |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
        var (every, few) = (new AlertMatcher(EveryAlert.Of(searcher)), new AlertMatcher(searcher));
        var passed = await few.NewestAsync(CancellationToken.None);
        var number = 0;
        foreach (var commit in commits)
        {
            await WriteAsync(options, commit);
            searcher.Reload();
            var newest = await few.NewestAsync(CancellationToken.None);
            // The first to run fills caches that the other finds, so they take turns.
            var first = await TimeAsync(number % 2 == 0 ? every : few, alerts, passed, newest);
            var second = await TimeAsync(number % 2 == 0 ? few : every, alerts, passed, newest);
            var (all, ruled) = number % 2 == 0 ? (first, second) : (second, first);
            if (all.Matches != ruled.Matches)
                throw new InvalidDataException($"{all.Matches} matches by searching every alert, {ruled.Matches} by ruling some out");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {++number} | {commit.Length} | {all.Matches} | {all.Milliseconds:F0} | {ruled.Milliseconds:F0} | {ruled.Searched} | "
                + $"{GC.GetTotalMemory(forceFullCollection: true) >> 20} |"));
            passed = newest;
        }
    }

    private static async Task<(double Milliseconds, int Matches, int Searched)> TimeAsync(
        AlertMatcher matcher, List<Alert> alerts, Generation passed, Generation newest)
    {
        var begun = Stopwatch.GetTimestamp();
        var (matches, searched) = (0, 0);
        await foreach (var answer in matcher.MatchAsync(
            alerts, AlertPosition.After(passed), newest, ArticleScope.Everything, CancellationToken.None))
            (matches, searched) = (matches + answer.Matches.Count, searched + 1);
        return (Stopwatch.GetElapsedTime(begun).TotalMilliseconds, matches, searched);
    }

    private static async Task WriteAsync(NewsIndexOptions options, IEnumerable<Article> articles)
    {
        await using var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System);
        foreach (var batch in articles.Chunk(1024))
        {
            await writer.WriteAsync(
                [.. batch.Select(article => article with { Language = article.Language ?? "en" })], CancellationToken.None);
        }

        await writer.CompactAsync(CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }
}
