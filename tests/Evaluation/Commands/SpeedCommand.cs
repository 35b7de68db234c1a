using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Evaluation.Lucene;
using Evaluation.Speed;
using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Queries;

namespace Evaluation.Commands;

/// <summary>
/// <c>speed</c>: ours, as shipped and as plain BM25, and stock Lucene.NET on the same articles and queries in one run, all merged to one
/// segment.
/// </summary>
internal static class SpeedCommand
{
    private const int WarmUp = 3;
    private const int Passes = 5;

    public static Command Create()
    {
        var articles = new Option<string>("--articles") { Required = true, HelpName = "F.jsonl[.gz]" };
        var queries = new Option<string?>("--queries")
        {
            HelpName = "F",
            Description = "kind, query, from, to, sort a line; made of the articles' words by default.",
        };
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
        NewsIndexServices.Merge(new NewsIndexOptions { Directory = ours.Directory });
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
        Console.WriteLine(
            "| kind | default: p50 ms | p99 ms | queries/s | bm25: p50 ms | p99 ms | queries/s | stock: p50 ms | p99 ms | queries/s | p50 "
            + "stock/default | p50 stock/bm25 |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");

        using var lucene = StockLucene.Open(stock.Directory);
        await using var shipped = Open(Ranking.Default, ours.Directory);
        await using var plain = Open(Ranking.Bm25, ours.Directory);
        var ratios = new List<(double Shipped, double Plain)>();
        foreach (var kind in cases.Where(asked => !asked.IsFacet && !asked.Text.Contains('~', StringComparison.Ordinal))
            .GroupBy(asked => asked.Kind))
        {
            Action<QueryCase>[] engines = [asked => Answer(shipped, asked), asked => Answer(plain, asked), lucene.Answer];
            var asked = kind.ToArray();
            foreach (var engine in engines)
                Timing.Of(asked, WarmUp, 1, engine);
            // In turn, pass by pass, so that what else runs on the machine falls on all of them alike.
            var timings = Timing.InTurn(asked, Passes, engines);
            var (our, bm25, its) = (timings[0], timings[1], timings[2]);
            ratios.Add((its.P50 / our.P50, its.P50 / bm25.P50));
            Print($"| {kind.Key} | {Cells(our)} | {Cells(bm25)} | {Cells(its)} | {ratios[^1].Shipped:F2} | {ratios[^1].Plain:F2} |");
        }

        var (meanShipped, meanPlain) = (Mean(ratios.Select(each => each.Shipped)), Mean(ratios.Select(each => each.Plain)));
        Print($"| **geometric mean** | | | | | | | | | | **{meanShipped:F2}** | **{meanPlain:F2}** |");
        return 0;
    }

    /// <summary>Totals are not kept: the same queries come in every pass, which no caller does.</summary>
    private static IArticleSearcherLifetime Open(Ranking ranking, string directory) =>
        NewsIndexServices.OpenSearcher(
            ranking.ApplyTo(new NewsIndexOptions { Directory = directory, Snapshots = { KnownTotals = 0 } }), TimeProvider.System);

    private static void Answer(IArticleSearcher searcher, QueryCase asked) =>
        searcher.SearchAsync(asked.ToPlan(), ArticleScope.Everything, CancellationToken.None).GetAwaiter().GetResult();

    private static string Cells(Timing timing) =>
        string.Create(CultureInfo.InvariantCulture, $"{timing.P50:F3} | {timing.P99:F3} | {timing.PerSecond:F0}");

    private static double Mean(IEnumerable<double> ratios) => Math.Exp(ratios.Average(Math.Log));

    private static double Megabytes(string directory) => new DirectoryInfo(directory).EnumerateFiles().Sum(file => file.Length) / 1e6;

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
