using System.Globalization;
using NewsIndex;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Queries;

namespace Evaluation.Quality;

/// <summary>The topics of a collection, asked of an index of its articles.</summary>
internal static class QualityRun
{
    /// <summary>The depth of a TREC run.</summary>
    private const int Depth = 1000;

    /// <param name="options">Say where the index is, and how it ranks.</param>
    /// <param name="run">Takes a TREC run.</param>
    /// <param name="encoder">For an index with embeddings of passages; null to rank without them.</param>
    /// <returns>The measures of each topic, in order.</returns>
    public static async Task<IReadOnlyList<Measures>> MeasureAsync(
        NewsIndexOptions options, IReadOnlyList<Topic> topics, Judgements judgements, TextWriter run, PassageEncoder? encoder = null)
    {
        await using var searcher = NewsIndexServices.OpenSearcher(
            options, TimeProvider.System, openEncoder: encoder is null ? null : () => encoder);
        var measures = new List<Measures>();
        foreach (var topic in topics)
        {
            var page = await searcher.SearchAsync(
                new QueryPlan
                {
                    Query = AnyWord(topic.Words),
                    PageSize = Depth,
                    Detail = HitDetail.Id,
                    UsesFeedback = options.Ranking.FeedbackWeight > 0
                }, ArticleScope.Everything, CancellationToken.None);
            measures.Add(Measures.Of([.. page.Hits.Select(hit => hit.Id)], judgements.Of(topic.Number)));
            for (var i = 0; i < page.Hits.Count; i++)
                await run.WriteLineAsync(
                    string.Create(CultureInfo.InvariantCulture,
                    $"{topic.Number} Q0 {page.Hits[i].Id} {i + 1} {page.Hits[i].Score:F6} newssearch"));
        }

        return measures;
    }

    /// <summary>Plain words, of which any may match: no sign of a topic is an operator.</summary>
    private static Query AnyWord(string words)
    {
        List<Query> each = [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => new Query.Word(word))];
        return each.Count == 1 ? each[0] : new Query.Or(each);
    }
}
