using System.CommandLine;
using System.Globalization;
using Evaluation.Quality;
using NewsIndex;
using NewsIndex.Queries;

namespace Evaluation.Commands;

/// <summary><c>quality</c>: how well the default ranking finds what people judged relevant.</summary>
internal static class QualityCommand
{
    /// <summary>The depth of a TREC run.</summary>
    private const int Depth = 1000;

    public static Command Create()
    {
        var articles = new Option<string>("--articles") { Required = true, HelpName = "F.jsonl" };
        var topics = new Option<string>("--topics") { Required = true, HelpName = "F.tsv" };
        var qrels = new Option<string>("--qrels") { Required = true, HelpName = "F.txt" };
        var run = new Option<string?>("--run") { HelpName = "OUT.trec", Description = "Writes a TREC run of 1,000 a topic." };
        var meaning = new Option<float>("--meaning") { Description = "Weight of nearness of meaning; the default is the product's.", DefaultValueFactory = _ => new NewsIndexOptions().MeaningWeight };
        var passages = new Option<float>("--passages") { Description = "Share of an article's best passage in its meaning.", DefaultValueFactory = _ => new NewsIndexOptions().PassageWeight };
        var pairs = new Option<float>("--pairs") { Description = "Weight of neighbouring words.", DefaultValueFactory = _ => new NewsIndexOptions().PairWeight };
        var related = new Option<float>("--related") { Description = "Weight of words that are related to those of the query.", DefaultValueFactory = _ => new NewsIndexOptions().RelatedWeight };
        var feedback = new Option<float>("--feedback") { Description = "Weight of words of the best hits, which are asked for when it is more than 0.", DefaultValueFactory = _ => 0 };
        var k1 = new Option<float>("--k1") { Description = "k1 of BM25.", DefaultValueFactory = _ => new NewsIndexOptions().Bm25K1 };
        var b = new Option<float>("--b") { Description = "b of BM25.", DefaultValueFactory = _ => new NewsIndexOptions().Bm25B };
        var command = new Command("quality", "Measures ranking on topics and judgements.") { articles, topics, qrels, run, meaning, passages, pairs, related, feedback, k1, b };
        command.SetAction((parsed, _) => RunAsync(
            parsed.GetValue(articles)!, Topic.Read(parsed.GetValue(topics)!), Judgements.Read(parsed.GetValue(qrels)!), parsed.GetValue(run),
            new NewsIndexOptions
            {
                MeaningWeight = parsed.GetValue(meaning),
                PassageWeight = parsed.GetValue(passages),
                PairWeight = parsed.GetValue(pairs),
                RelatedWeight = parsed.GetValue(related),
                FeedbackWeight = parsed.GetValue(feedback),
                Bm25K1 = parsed.GetValue(k1),
                Bm25B = parsed.GetValue(b),
            }));
        return command;
    }

    private static async Task<int> RunAsync(string articles, IReadOnlyList<Topic> topics, Judgements judgements, string? run, NewsIndexOptions options)
    {
        using var index = new TemporaryIndex();
        var count = await TemporaryIndex.BuildAsync(articles, index.Directory);
        options.Directory = index.Directory;
        var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        await using (searcher)
        {
            await using var output = run is null ? TextWriter.Null : new StreamWriter(run);
            var measures = new List<Measures>();
            foreach (var topic in topics)
            {
                var page = await searcher.SearchAsync(new QueryPlan { Query = AnyWord(topic.Words), PageSize = Depth, Detail = HitDetail.Id, UsesFeedback = options.FeedbackWeight > 0 }, CancellationToken.None);
                measures.Add(Measures.Of([.. page.Hits.Select(hit => hit.Id)], judgements.Of(topic.Number)));
                for (var i = 0; i < page.Hits.Count; i++)
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{topic.Number} Q0 {page.Hits[i].Id} {i + 1} {page.Hits[i].Score:F6} newssearch"));
            }

            var mean = Measures.Mean(measures);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"articles={count} topics={topics.Count} MAP={mean.AveragePrecision:F4} nDCG@10={mean.Ndcg10:F4} P@10={mean.Precision10:F4} MRR={mean.ReciprocalRank:F4}"));
        }

        return 0;
    }

    /// <summary>Plain words, of which any may match: no sign of a topic is an operator.</summary>
    private static Query AnyWord(string words)
    {
        List<Query> each = [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => new Query.Word(word))];
        return each.Count == 1 ? each[0] : new Query.Or(each);
    }
}
