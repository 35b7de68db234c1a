using System.CommandLine;
using System.Globalization;
using Evaluation.Quality;
using NewsIndex.Engines;
using NewsIndex.Ranking;

namespace Evaluation.Commands;

/// <summary><c>quality</c>: how well a ranking finds what people judged relevant, on one collection or on a suite of them.</summary>
internal static class QualityCommand
{
    public static Command Create()
    {
        var articles = new Option<string?>("--articles") { HelpName = "F.jsonl" };
        var topics = new Option<string?>("--topics") { HelpName = "F.tsv" };
        var qrels = new Option<string?>("--qrels") { HelpName = "F.txt" };
        var run = new Option<string?>("--run") { HelpName = "OUT.trec", Description = "Writes a TREC run of 1,000 a topic." };
        var suite = new Option<string?>("--suite")
        {
            HelpName = "DIR",
            Description = "Measures every collection in a folder: folders with articles.jsonl, topics.tsv and qrels.txt.",
        };
        var compare = new Option<string[]>("--compare")
        {
            HelpName = "DIR",
            AllowMultipleArgumentsPerToken = true,
            Description = "With --suite: folders of TREC runs of other engines, a file COLLECTION.trec each.",
            DefaultValueFactory = _ => [],
        };
        var encoded = new Option<string?>("--encoded")
        {
            HelpName = "DIR",
            Description = "With --suite: ranks with embeddings of passages too. The folder keeps the indexes: encoding takes minutes.",
        };
        var record = new Option<string?>("--record")
        {
            HelpName = "F.tsv",
            Description = "With --suite: compares with this result of record.",
        };
        var save = new Option<string?>("--save") { HelpName = "F.tsv", Description = "With --suite: writes the result of each topic." };
        var parts = new Option<bool>("--parts") { Description = "With --suite: takes each part of rescoring away." };
        var leaveOut = new Option<bool>("--leave-one-out")
        {
            Description = "With --suite: chooses a weight for each collection on the others, of 0, 1/2, 1 and 2 times that of the product.",
        };
        var (ranking, switches) = (Ranking.Option(Ranking.Default), RankingSwitches.Create());
        var command = new Command("quality", "Measures ranking on topics and judgements.")
        {
            ranking, articles, topics, qrels, run, suite, encoded, compare, record, save, parts, leaveOut,
        };
        foreach (var (option, _) in switches)
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(suite) is null && new[] { articles, topics, qrels }.Any(option => result.GetValue(option) is null))
                result.AddError("--articles, --topics and --qrels are required; or give --suite");
        });
        command.SetAction((parsed, _) =>
        {
            var options = Ranking.Of(parsed.GetValue(ranking)!).ApplyTo(RankingSwitches.Read(parsed, switches));
            return parsed.GetValue(suite) is { } directory
                ? new SuiteRun(directory, options, parsed.GetValue(encoded)).RunAsync(parsed.GetValue(compare)!, parsed.GetValue(record),
                    parsed.GetValue(save), parsed.GetValue(parts), parsed.GetValue(leaveOut))
                : RunAsync(parsed.GetValue(articles)!, Topic.Read(parsed.GetValue(topics)!), Judgements.Read(parsed.GetValue(qrels)!),
                    parsed.GetValue(run), options);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        string articles, IReadOnlyList<Topic> topics, Judgements judgements, string? run, RankingOptions options)
    {
        using var index = new TemporaryIndex();
        var count = await TemporaryIndex.BuildAsync(articles, index.Directory);
        await using var output = run is null ? TextWriter.Null : new StreamWriter(run);
        var mean = Measures.Mean(await QualityRun.MeasureAsync(
            new NewsIndexOptions { Directory = index.Directory, Ranking = options }, topics, judgements, output));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"articles={count} topics={topics.Count} MAP={mean.AveragePrecision:F4} nDCG@10={mean.Ndcg10:F4} P@10={mean.Precision10:F4} "
            + $"MRR={mean.ReciprocalRank:F4}"));
        return 0;
    }
}
