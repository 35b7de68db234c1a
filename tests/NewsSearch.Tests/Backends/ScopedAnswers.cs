using System.Text.Json;
using System.Text.Json.Nodes;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Backends;

/// <summary>A question to each member of a searcher, and the answers as text.</summary>
internal static class ScopedAnswers
{
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true, WriteIndented = true };

    /// <summary>What differs between two indexes of the same articles, or is said of the whole index.</summary>
    private static readonly HashSet<string> OfTheIndex = ["Generation", "Bytes", "IndexId", "IndexedAt", "Cursor", "Next"];

    private static readonly string[] Typed =
    [
        "storm", "storm harbour", "storm OR bank OR coast", "\"jane roe\"", "st*", "zyx*", "*xotic", "strom~1", "/zyx.*/", "exact:Storm",
        "jane NEAR/5 doe", "person:\"Jane Roe\"", "person:\"Zyxtus Crowe\"", "source:times", "source:\"Zyx Gazette\"", "language:de",
        "author:lee", "author:\"ann leee\"", "tag:zyxtag", "tag:weathre", "date:1988", "date:none", "NOT storm",
        "dup:first (storm OR bank)", "dup:only bank",
        "minister tempête", "zyxword", "zyxword harbour", "strom harbour", "the minister of finance raise rates prices wages",
        "org:\"Zyx Company\"", "section:zyxsecret OR section:news",
    ];

    /// <summary>Answers by question. A failure is an answer too.</summary>
    public static async Task<Dictionary<string, string>> OfAsync(IArticleSearcher searcher, ArticleScope scope)
    {
        var answers = new Dictionary<string, string>();
        foreach (var (question, ask) in Questions(searcher, scope))
            answers[question] = await TextOf(ask);
        return answers;
    }

    private static IEnumerable<(string Question, Func<Task<object?>> Ask)> Questions(IArticleSearcher searcher, ArticleScope scope)
    {
        var stop = CancellationToken.None;
        foreach (var typed in Typed)
        {
            var query = QueryReader.Read(typed).Query ?? throw new InvalidOperationException($"{typed} cannot be read");
            var plan = new QueryPlan { Query = query, PageSize = 50, Detail = HitDetail.Matches };
            yield return ($"search {typed}", async () => await searcher.SearchAsync(plan, scope, stop));
            yield return ($"count {typed}", async () => await searcher.SearchAsync(plan with { PageSize = 0 }, scope, stop));
            yield return ($"newest {typed}", async () => await searcher.SearchAsync(plan with { Order = HitOrder.Newest }, scope, stop));
            yield return ($"snippets {typed}", async () => await searcher.SearchAsync(
                plan with { Order = HitOrder.Arrived, Detail = HitDetail.Snippets, PageSize = 3 }, scope, stop));
            yield return ($"feedback {typed}", async () => await searcher.SearchAsync(
                plan with { UsesFeedback = true, Recency = new Recency(TimeSpan.FromDays(365), DateTimeOffset.UnixEpoch) }, scope, stop));
            yield return ($"export {typed}", async () => await searcher.ExportAsync(plan, scope, stop).ToListAsync(stop));
            yield return ($"estimate {typed}", async () => await searcher.EstimateAsync(query, scope, stop));
            yield return ($"aggregate {typed}", async () => await searcher.AggregateAsync(CountsOf(query), scope, stop));
            yield return ($"suggest {typed}", async () => await searcher.SuggestAsync(typed, query, 10, scope, stop));
            foreach (var id in (string[])["v2", "v5", "zyx4"])
            {
                yield return ($"explain {id} {typed}", async () => await searcher.ExplainAsync(plan, id, scope, stop));
                yield return ($"matches {id} {typed}", async () => await searcher.FindMatchesAsync(plan, id, scope, stop));
            }
        }

        foreach (var id in ScopedArticles.VisibleIds.Concat(ScopedArticles.HiddenIds))
        {
            yield return ($"find {id}", async () => await searcher.FindAsync(id, scope, stop));
            yield return ($"revisions {id}", async () => await searcher.ListRevisionsAsync(id, scope, stop));
            yield return ($"similar {id}", async () => await searcher.FindSimilarAsync(id, new RankingPage(5), scope, stop));
        }

        foreach (var prefix in (string[])["z", "zyx", "sto", "ha", "jane", "j", "ti", "her", "exot", "zyxo", "strom", "zyxwort"])
        {
            yield return ($"suggest {prefix}", async () => await searcher.SuggestAsync(
                prefix, QueryReader.Read(prefix).Query, 10, scope, stop));
            yield return ($"entities {prefix}", async () => await searcher.MatchEntitiesAsync(
                prefix, null, new RankingPage(10), scope, stop));
        }

        foreach (var name in (string[])["Jane Roe", "John Doe", "Zyxtus Crowe", "Zyx Company", "Jane Row", "Zyxtus Crow"])
        {
            yield return ($"entities {name}", async () => await searcher.MatchEntitiesAsync(name, null, new RankingPage(10), scope, stop));
            foreach (var type in (EntityType[])[EntityType.Person, EntityType.Organization])
            {
                var entity = EntityReference.Named(type, EntityName.Normalise(name));
                yield return ($"name {type} {name}", async () => await searcher.NameEntitiesAsync([entity], scope, stop));
                yield return ($"{type} {name}", async () => await searcher.FindEntityAsync(entity, scope, stop));
                yield return ($"beside {type} {name}", async () => await searcher.ListCooccurrencesAsync(
                    entity, null, new RankingPage(10), scope, stop));
            }
        }

        yield return ("describe", async () => await searcher.DescribeAsync(scope, stop));
    }

    private static AggregatePlan CountsOf(Query query) => new()
    {
        Query = query,
        Facets = Enum.GetValues<FacetField>(),
        Selections = [new FacetSelection(FacetField.Tag, ["weather", "prices"])],
        Timeline = new TimelinePlan(TimelineInterval.Month, WithArchive: true),
        WithTerms = true,
        WithOccurrences = true,
    };

    private static async Task<string> TextOf(Func<Task<object?>> ask)
    {
        object? answer;
        try
        {
            answer = await ask();
        }
        catch (QueryTooExpensiveException e)
        {
            return e.Message;
        }

        var node = JsonSerializer.SerializeToNode(answer, Json);
        Strip(node);
        return node?.ToJsonString(Json) ?? "null";
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject named)
        {
            foreach (var name in named.Select(member => member.Key).Where(OfTheIndex.Contains).ToList())
                named.Remove(name);
            foreach (var (_, value) in named)
                Strip(value);
        }
        else if (node is JsonArray listed)
        {
            foreach (var value in listed)
                Strip(value);
        }
    }
}
