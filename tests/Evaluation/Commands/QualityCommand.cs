using System.CommandLine;
using System.Globalization;
using Evaluation.Quality;
using NewsIndex.Engines;
using NewsIndex.Ranking;

namespace Evaluation.Commands;

/// <summary><c>quality</c>: how well a ranking finds what people judged relevant.</summary>
internal static class QualityCommand
{
    public static Command Create()
    {
        var articles = new Option<string>("--articles") { Required = true, HelpName = "F.jsonl" };
        var topics = new Option<string>("--topics") { Required = true, HelpName = "F.tsv" };
        var qrels = new Option<string>("--qrels") { Required = true, HelpName = "F.txt" };
        var run = new Option<string?>("--run") { HelpName = "OUT.trec", Description = "Writes a TREC run of 1,000 a topic." };
        var meaning = new Option<float>("--meaning")
        {
            Description = "Weight of nearness of meaning; the default is the product's.",
            DefaultValueFactory = _ => new RankingOptions().MeaningWeight,
        };
        var passages = new Option<float>("--passages")
        {
            Description = "Share of an article's best passage in its meaning.",
            DefaultValueFactory = _ => new RankingOptions().PassageWeight,
        };
        var pairs = new Option<float>("--pairs")
        {
            Description = "Weight of neighbouring words.",
            DefaultValueFactory = _ => new RankingOptions().PairWeight,
        };
        var related = new Option<float>("--related")
        {
            Description = "Weight of words that are related to those of the query.",
            DefaultValueFactory = _ => new RankingOptions().RelatedWeight,
        };
        var typed = new Option<float>("--typed")
        {
            Description = "Weight of words in the form that was typed.",
            DefaultValueFactory = _ => new RankingOptions().TypedFormWeight
        };
        var feedback = new Option<float>("--feedback")
        {
            Description = "Weight of words of the best hits, which are asked for when it is more than 0.",
            DefaultValueFactory = _ => 0,
        };
        var k1 = new Option<float>("--k1") { Description = "k1 of BM25.", DefaultValueFactory = _ => new RankingOptions().Bm25K1 };
        var b = new Option<float>("--b") { Description = "b of BM25.", DefaultValueFactory = _ => new RankingOptions().Bm25B };
        var ranking = Ranking.Option(Ranking.Default);
        var command =
            new Command("quality", "Measures ranking on topics and judgements.") { ranking, articles, topics, qrels, run, meaning, passages,
            pairs, related, typed, feedback, k1, b };
        command.SetAction((parsed, _) => RunAsync(
            parsed.GetValue(articles)!, Topic
                .Read(parsed.GetValue(topics)!), Judgements
                .Read(parsed.GetValue(qrels)!), parsed
                .GetValue(run),
            Ranking.Of(parsed.GetValue(ranking)!).ApplyTo(new NewsIndexOptions
            {
                Ranking =
                {
                    MeaningWeight = parsed.GetValue(meaning),
                    PassageWeight = parsed.GetValue(passages),
                    PairWeight = parsed.GetValue(pairs),
                    RelatedWeight = parsed.GetValue(related),
                    TypedFormWeight = parsed.GetValue(typed),
                    FeedbackWeight = parsed.GetValue(feedback),
                    Bm25K1 = parsed.GetValue(k1),
                    Bm25B = parsed.GetValue(b),
                },
            })));
        return command;
    }

    private static async Task<int> RunAsync(
        string articles, IReadOnlyList<Topic> topics, Judgements judgements, string? run, NewsIndexOptions options)
    {
        using var index = new TemporaryIndex();
        var count = await TemporaryIndex.BuildAsync(articles, index.Directory);
        options.Directory = index.Directory;
        await using var output = run is null ? TextWriter.Null : new StreamWriter(run);
        var mean = await QualityRun.MeasureAsync(options, topics, judgements, output);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"articles={count} topics={topics.Count} MAP={mean.AveragePrecision:F4} nDCG@10={mean.Ndcg10:F4} P@10={mean.Precision10:F4} "
            + $"MRR={mean.ReciprocalRank:F4}"));
        return 0;
    }
}
