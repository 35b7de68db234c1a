using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Evaluation.Lucene;
using Evaluation.Speed;
using NewsIndex;

namespace Evaluation.Commands;

/// <summary><c>speed</c>: ours and stock Lucene.NET on the same articles and queries in one run, both merged to one segment.</summary>
internal static class SpeedCommand
{
    private const int WarmUp = 3;
    private const int Passes = 5;

    public static Command Create()
    {
        var articles = new Option<string>("--articles") { Required = true, HelpName = "F.jsonl[.gz]" };
        var queries = new Option<string?>("--queries") { HelpName = "F", Description = "kind, query, from, to, sort a line; made of the articles' words by default." };
        var command = new Command("speed", "Measures indexing and searching against stock Lucene.NET.") { articles, queries };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(articles)!, parsed.GetValue(queries)));
        return command;
    }

    private static async Task<int> RunAsync(string articles, string? queries)
    {
        var cases = queries is null ? GeneratedQueries.From(articles) : QueryCase.Read(queries);
        using var ours = new TemporaryIndex();
        using var stock = new TemporaryIndex();

        var begun = Stopwatch.GetTimestamp();
        var count = await TemporaryIndex.BuildAsync(articles, ours.Directory);
        var ourSeconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        NewsIndexServices.Merge(ours.Directory);
        begun = Stopwatch.GetTimestamp();
        StockLucene.Build(articles, stock.Directory);
        var stockSeconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        StockLucene.Merge(stock.Directory);

        Print($"{count:N0} articles, {Environment.ProcessorCount} cores");
        Console.WriteLine("| engine | s to commit | articles/s | MB |");
        Console.WriteLine("|---|---:|---:|---:|");
        Print($"| newssearch | {ourSeconds:F1} | {count / ourSeconds:F0} | {Megabytes(ours.Directory):F1} |");
        Print($"| stock Lucene.NET | {stockSeconds:F1} | {count / stockSeconds:F0} | {Megabytes(stock.Directory):F1} |");
        Console.WriteLine("");
        Console.WriteLine("| kind | p50 ms | p99 ms | queries/s | stock p50 | stock p99 | stock queries/s | p50 stock/ours |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");

        using var lucene = StockLucene.Open(stock.Directory);
        // Stock Lucene ranks by BM25 alone: the same work for both.
        var searcher = NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = ours.Directory, MeaningWeight = 0, PairWeight = 0 }, TimeProvider.System);
        await using (searcher)
        {
            foreach (var kind in cases.Where(asked => !asked.IsFacet && !asked.Text.Contains('~', StringComparison.Ordinal)).GroupBy(asked => asked.Kind))
            {
                QueryCase[] asked = [.. kind];
                void Ours(QueryCase one) => searcher.SearchAsync(one.ToPlan(), CancellationToken.None).GetAwaiter().GetResult();
                Timing.Of(asked, WarmUp, 1, Ours);
                Timing.Of(asked, WarmUp, 1, lucene.Answer);
                var our = Timing.Of(asked, Passes, 1, Ours);
                var its = Timing.Of(asked, Passes, 1, lucene.Answer);
                Print($"| {kind.Key} | {our.P50:F3} | {our.P99:F3} | {our.PerSecond:F0} | {its.P50:F3} | {its.P99:F3} | {its.PerSecond:F0} | {its.P50 / our.P50:F2} |");
            }
        }

        return 0;
    }

    private static double Megabytes(string directory) => new DirectoryInfo(directory).EnumerateFiles().Sum(file => file.Length) / 1e6;

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
