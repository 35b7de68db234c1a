using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Evaluation.Speed;
using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Queries;
using NewsIndex.QueryText;

namespace Evaluation.Commands;

/// <summary>
/// <c>queries</c>: whether queries that others test their engines with can be read and answered here, in both syntaxes with equal counts.
/// </summary>
internal static class QueriesCommand
{
    public static Command Create()
    {
        var index = new Option<string>("--index") { Required = true, HelpName = "DIR" };
        var game = new Option<string?>("--game") { HelpName = "F.jsonl", Description = "The queries of search-benchmark-game." };
        var tasks = new Option<string?>("--tasks") { HelpName = "F.tasks", Description = "The tasks of luceneutil." };
        var command = new Command("queries", "Reads and runs the queries of search-benchmark-game and luceneutil.") { index, game, tasks };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var searcher =
                NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = parsed.GetValue(index)! }, TimeProvider.System);
            var all = new List<BenchmarkQuery>();
            if (parsed.GetValue(game) is { } gameFile)
                all.AddRange(
                    File.ReadLines(gameFile)
                        .Select(line => BenchmarkQuery.OfGame(JsonDocument.Parse(line).RootElement.GetProperty("query").GetString()!)));
            if (parsed.GetValue(tasks) is { } taskFile)
                all.AddRange(File.ReadLines(taskFile).Select(BenchmarkQuery.OfTask).OfType<BenchmarkQuery>());
            Console.WriteLine("| kind | queries | answered | refused | no form here | counts that differ | found, median | ms, p99 |");
            Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
            foreach (var kind in all.GroupBy(query => query.Kind))
                Console.WriteLine(await RowAsync(kind.Key, [.. kind], searcher, cancellation));
        });
        return command;
    }

    private static async Task<string> RowAsync(
        string kind, IReadOnlyList<BenchmarkQuery> queries, IArticleSearcher searcher, CancellationToken cancellation)
    {
        var (answered, without, refused, differ) = (0, 0, 0, 0);
        var (found, milliseconds) = (new List<long>(), new List<double>());
        foreach (var query in queries)
        {
            if (query.Ours is null)
            {
                without++;
                continue;
            }

            var begun = Stopwatch.GetTimestamp();
            if (await CountAsync(searcher, query.Ours, QuerySyntax.NewsSearch, query.Order, cancellation) is not { } count)
            {
                refused++;
                continue;
            }

            milliseconds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            found.Add(count);
            answered++;
            if (query.Lucene is { } lucene && await CountAsync(searcher, lucene, QuerySyntax.Lucene, query.Order, cancellation) != count)
                differ++;
        }

        found.Sort();
        milliseconds.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {kind} | {queries.Count} | {answered} | {refused} | {without} | {differ} | {(answered == 0 ? 0 : found[answered / 2])} | "
            + $"{(answered == 0 ? 0 : milliseconds[(int)(answered * 0.99)]):F1} |");
    }

    /// <summary>Null when the query is refused.</summary>
    private static async Task<long?> CountAsync(
        IArticleSearcher searcher, string typed, QuerySyntax syntax, HitOrder order, CancellationToken cancellation)
    {
        var reading = QueryTextReader.Read(typed, new QueryOptions { Syntax = syntax, DefaultOperator = DefaultOperator.Or });
        if (reading.Query is null)
        {
            await Console.Error.WriteLineAsync($"{syntax}: {typed}: {reading.Error}");
            return null;
        }

        return (
            await searcher.SearchAsync(
                new QueryPlan { Query = reading.Query, Order = order, Detail = HitDetail.Id }, ArticleScope.Everything,
                cancellation)).Total.Articles;
    }
}
