using System.CommandLine;
using System.Globalization;
using Evaluation.Quality;
using NewsIndex;
using NewsIndex.Engines;

namespace Evaluation.Commands;

/// <summary><c>collections DIR</c>: quality on every judged collection of a folder, as shipped and as plain BM25, as one table.</summary>
internal static class CollectionsCommand
{
    public static Command Create()
    {
        var directory =
            new Argument<string>("DIR")
            {
                Description =
            "Its folders have articles.jsonl, topics.tsv and qrels.txt; others are passed over."
            };
        var windows = new Option<int[]>("--windows")
        {
            Description = "Measures the default with rescoring windows of these sizes instead, and the time per topic.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var command =
            new Command("collections", "Measures ranking on several collections, in both configurations.") { directory, windows };
        command.SetAction((parsed, _) => parsed.GetValue(windows) is { Length: > 0 } sizes
            ? MeasureWindowsAsync(FoldersOf(parsed.GetValue(directory)!), sizes)
            : RunAsync(FoldersOf(parsed.GetValue(directory)!)));
        return command;
    }

    private static List<string> FoldersOf(string directory) => [.. Directory.GetDirectories(directory)
        .Where(folder => File.Exists(Path.Combine(folder, "qrels.txt"))).Order(StringComparer.Ordinal)];

    private static async Task<int> MeasureWindowsAsync(List<string> folders, int[] sizes)
    {
        Console.WriteLine("| collection | window | MAP | nDCG@10 | P@10 | MRR | ms a topic |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var folder in folders)
        {
            using var index = new TemporaryIndex();
            await TemporaryIndex.BuildAsync(Path.Combine(folder, "articles.jsonl"), index.Directory);
            NewsIndexServices.Merge(new NewsIndexOptions { Directory = index.Directory });
            var (topics, judgements) = (Topic.Read(Path.Combine(folder, "topics.tsv")), Judgements.Read(Path.Combine(folder, "qrels.txt")));
            foreach (var size in sizes)
            {
                var options = new NewsIndexOptions
                {
                    Directory = index.Directory,
                    Ranking = { RescoringWindow = size, FeedbackWeight = 0 },
                    Snapshots = { KnownTotals = 0 },
                };
                var measures = await QualityRun.MeasureAsync(options, topics, judgements, TextWriter.Null);
                var time = await QualityRun.TimeAsync(options, topics);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {Path.GetFileName(folder)} | {size} | {Cells(measures)} | {time.TotalMilliseconds:F2} |"));
            }
        }

        return 0;
    }

    private static async Task<int> RunAsync(List<string> folders)
    {
        Console.WriteLine("| collection | articles | topics | default: MAP | nDCG@10 | P@10 | MRR | bm25: MAP | nDCG@10 | P@10 | MRR |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        var all = new List<(Measures Shipped, Measures Plain)>();
        foreach (var folder in folders)
        {
            using var index = new TemporaryIndex();
            var articles = await TemporaryIndex.BuildAsync(Path.Combine(folder, "articles.jsonl"), index.Directory);
            var (topics, judgements) = (Topic.Read(Path.Combine(folder, "topics.tsv")), Judgements.Read(Path.Combine(folder, "qrels.txt")));
            var shipped = await MeasureAsync(Ranking.Default);
            var plain = await MeasureAsync(Ranking.Bm25);
            all.Add((shipped, plain));
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture,
                $"| {Path.GetFileName(folder)} | {articles:N0} | {topics.Count} | {Cells(shipped)} | {Cells(plain)} |"));

            Task<Measures> MeasureAsync(Ranking ranking) =>
                QualityRun.MeasureAsync(
                    ranking.ApplyTo(new NewsIndexOptions { Directory = index.Directory, Ranking = { FeedbackWeight = 0 } }),
                    topics, judgements, TextWriter.Null);
        }

        Console.WriteLine(
            $"| **mean of collections** | | | {Cells(Measures.Mean([.. all.Select(each => each.Shipped)]))} | "
            + $"{Cells(Measures.Mean([.. all.Select(each => each.Plain)]))} |");
        return 0;
    }

    private static string Cells(Measures measures) => string.Create(
        CultureInfo.InvariantCulture,
        $"{measures.AveragePrecision:F4} | {measures.Ndcg10:F4} | {measures.Precision10:F4} | {measures.ReciprocalRank:F4}");
}
