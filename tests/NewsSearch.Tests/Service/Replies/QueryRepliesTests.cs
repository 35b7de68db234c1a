using System.Runtime.CompilerServices;
using NewsIndex.Articles;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.QueryText;
using NewsIndex.Results;
using SearchService.Replies;
using Kind = NewsSearch.V1.Suggestion.Types.Kind;
using PartKind = NewsSearch.V1.ScorePart.Types.Kind;

namespace NewsSearch.Tests.Service.Replies;

public sealed class QueryRepliesTests
{
    private static readonly Generation Generation = new(7, 0xa);

    [Theory]
    [InlineData("storm", "word")]
    [InlineData("storm OR (\"big flood\" AND NOT sea)", "or(word,and(phrase,not(word)))")]
    [InlineData("storm NEAR/3 flood", "near(word,word)")]
    public void A_query_is_shown_as_a_tree(string query, string shape)
    {
        var reading = QueryTextReader.Read(query, new QueryOptions { Limits = QueryLimits.Default });
        var sent = QueryReplies.From(reading, new QueryCost(3, 5, 700, Generation));
        Assert.Equal((shape, sent.CanonicalQuery), (Shape(sent.Tree), sent.Tree.Text));
        Assert.Equal((3, 5, 700L), (sent.Cost.Clauses, sent.Cost.Terms, sent.Cost.Postings));

        static string Shape(V1.QueryNode node) =>
            node.Parts.Count == 0 ? node.Kind : $"{node.Kind}({string.Join(',', node.Parts.Select(Shape))})";
    }

    /// <summary>A name that is not in this list fails, and so does a type without a name.</summary>
    [Fact]
    public void Every_type_of_query_has_a_name_of_its_own()
    {
        string[] expected =
        [
            "and", "andmaybe", "arrivedafter", "atleast", "boost", "copied", "copiesof", "copiesonce", "datereliable", "everything",
            "exact", "first", "fuzzy", "indexedin", "labelled", "mentions", "near", "not", "notnear", "or", "pattern", "patternphrase",
            "phrase", "publishedevery", "publishedin", "quote", "regex", "undated", "word",
        ];
        var types = typeof(Query).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Query)) && !type.IsAbstract);
        Assert.Equal(
            expected,
            types.Select(type => QueryKinds.NameOf((Query)RuntimeHelpers.GetUninitializedObject(type))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_part_of_a_score_has_a_kind_of_its_own()
    {
        var kinds = Enum.GetValues<ScorePartKind>();
        var explanation = new ScoreExplanation(
            true, kinds.Length, [.. kinds.Select(kind => new ScorePart(kind, $"{kind}", 1))], Generation);
        var sent = QueryReplies.From(explanation, new QueryPlan { Query = new Query.Everything() }, []);
        Assert.Equal(kinds.Length, sent.Parts.Select(part => part.Kind).Distinct().Count());
        Assert.DoesNotContain(PartKind.Unspecified, sent.Parts.Select(part => part.Kind));
        Assert.Equal((true, (float)kinds.Length), (sent.Matches, sent.Score));
    }

    [Theory]
    [InlineData(SuggestionKind.Word, Kind.Word, "sea storm", "", null, "sea storm")]
    [InlineData(SuggestionKind.Entity, Kind.Entity, "UK", "Q145", EntityType.Place, "place:\"Q145\"")]
    [InlineData(SuggestionKind.Source, Kind.Source, "Herald", "", null, "source:\"Herald\"")]
    [InlineData(SuggestionKind.Headline, Kind.Headline, "Storm at sea", "1", null, "headline:\"Storm at sea\"")]
    public void A_suggestion_has_a_query_that_finds_it(
        SuggestionKind kind, Kind sentKind, string text, string id, EntityType? type, string query)
    {
        var sent = SuggestReplies.From(new Suggestions([new Suggestion(kind, text, id, type, 9)], null, Generation));
        var suggestion = Assert.Single(sent.Suggestions);
        Assert.Equal((sentKind, text, id, 9L, query),
            (suggestion.Kind, suggestion.Text, suggestion.Id, suggestion.Articles, suggestion.Query));
        Assert.Null(sent.DidYouMean);
    }

    [Fact]
    public void A_better_spelling_is_sent_beside_suggestions()
    {
        var sent = SuggestReplies.From(new Suggestions([], new SpellingCorrection("storm", 4), Generation));
        Assert.Equal(("storm", 4L, "7-000000000000000a"), (sent.DidYouMean.Query, sent.DidYouMean.Articles, sent.Generation));
    }
}
