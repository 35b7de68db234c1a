using System.Runtime.InteropServices;
using Evaluation.Speed;
using NewsSearch.V1;

namespace Evaluation.Load;

/// <summary>The calls that all callers make in turn, the same on every run.</summary>
internal static class LoadCalls
{
    private const int Seed = 21578;
    private const int Aggregations = 100;
    private const int Suggestions = 100;

    /// <summary>
    /// Calls as readers make them: words, AND, OR, phrases, prefixes, dates, NEAR, persons, facets with a timeline, suggestions.
    /// </summary>
    /// <param name="articles">Archive of whose words the queries are made.</param>
    /// <param name="persons">Names of persons of the index; may be empty.</param>
    public static IReadOnlyList<LoadCall> Usual(string articles, IReadOnlyList<string> persons)
    {
        var cases = Cases(articles);
        var pairs = cases.Where(each => each.Kind == "or2").Select(each => each.Text.Split(' ')).ToList();
        List<LoadCall> calls =
        [
            .. cases.Select(each => Search(Usual(each))),
            .. pairs.Select(pair => Search(new SearchRequest { Query = $"{pair[0]} NEAR/10 {pair[1]}", PageSize = 10 })),
            .. persons.Select(name => Search(new SearchRequest { Query = $"person:\"{name}\"", PageSize = 10 })),
            .. pairs.Take(Aggregations).Select(pair => Aggregate(string.Join(' ', pair))),
            .. pairs.Take(Suggestions).Select(pair => Suggest(pair[1])),
        ];
        return Shuffled(calls);
    }

    /// <summary>Wildcards, feedback over frequent words, and pages of a hundred hits.</summary>
    /// <param name="articles">As for <see cref="Usual(string, IReadOnlyList{string})"/>.</param>
    public static IReadOnlyList<LoadCall> Expensive(string articles) => [.. Shuffled(Cases(articles)).Select(Expensive).Select(Search)];

    private static List<QueryCase> Cases(string articles) => [.. GeneratedQueries.From(articles).Where(each => each.Text.Length > 0)];

    private static List<T> Shuffled<T>(List<T> items)
    {
        new Random(Seed).Shuffle(CollectionsMarshal.AsSpan(items));
        return items;
    }

    private static LoadCall Search(SearchRequest request) =>
        (channel, options) => new SearchService.SearchServiceClient(channel).SearchAsync(request, options).ResponseAsync;

    private static LoadCall Aggregate(string query)
    {
        var request = new AggregateRequest { Query = query, Facets = { "source", "person" }, Timeline = "month" };
        return (channel, options) => new SearchService.SearchServiceClient(channel).AggregateAsync(request, options).ResponseAsync;
    }

    private static LoadCall Suggest(string text) => (channel, options) =>
        new SearchService.SearchServiceClient(channel).SuggestAsync(new SuggestRequest { Text = text }, options).ResponseAsync;

    private static SearchRequest Usual(QueryCase asked) => new()
    {
        Query = asked.Text,
        Syntax = SearchRequest.Types.Syntax.Lucene,
        OrderBy = asked.Sort == "date_desc" ? "newest" : "",
        PageSize = 10,
        Published = asked.From.Length > 0 ? new DateRange { From = asked.From, To = asked.To } : null,
    };

    private static SearchRequest Expensive(QueryCase asked, int number)
    {
        var letter = (char)('a' + (number % 26));
        return (number % 3) switch
        {
            0 => new SearchRequest { Query = $"{letter}* OR *{letter}e OR ?{letter}*", PageSize = 100 },
            1 => new SearchRequest { Query = $"the OR of OR and OR in OR {letter}*", Feedback = true, PageSize = 100 },
            _ => new SearchRequest { Query = asked.Text, Syntax = SearchRequest.Types.Syntax.Lucene, Feedback = true, PageSize = 100 },
        };
    }
}
