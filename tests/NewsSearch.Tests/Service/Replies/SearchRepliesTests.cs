using NewsIndex.Articles;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Results;
using SearchService.Paging;
using SearchService.Replies;
using Change = NewsSearch.V1.Alternative.Types.Change;

namespace NewsSearch.Tests.Service.Replies;

public sealed class SearchRepliesTests
{
    private static readonly Generation Generation = new(7, 0xa);

    private static readonly QueryPlan Plan = new() { Query = new Query.Word("storm") };

    private static readonly Hit Hit = new(
        "1", new StoredArticle(new Article { Id = "1", Headline = "Storm", Body = "A storm." }, "", default, 1, "1"), 1.5f,
        [new Snippet("body", "A storm.", [new TextRange(2, 7)])])
    {
        Cursor = new PageCursor(Generation, 5, "1"),
    };

    private static readonly HitPage Page = new([Hit], new HitTotal(3, 2, 1), Hit.Cursor, Generation, ["a notice"]);

    [Fact]
    public void A_page_has_its_total_its_notices_and_where_it_goes_on()
    {
        var sent = SearchReplies.From(Page, Plan, ["read forgivingly"]);
        Assert.Equal(("7-000000000000000a", "storm"), (sent.Generation, sent.CanonicalQuery));
        Assert.Equal(new V1.Total { Value = 3, DistinctTexts = 2, Sources = 1, Relation = V1.Total.Types.Relation.Exact }, sent.Total);
        Assert.Equal(["read forgivingly", "a notice"], sent.Notices);
        Assert.Equal(Hit.Cursor, PageToken.Read(TokenField.OfSearch, sent.NextPageToken, Plan));
        Assert.Null(sent.EmptyResult);
    }

    [Theory]
    [InlineData(CountRelation.Exact, V1.Total.Types.Relation.Exact)]
    [InlineData(CountRelation.Approximate, V1.Total.Types.Relation.Approximate)]
    public void A_total_says_how_precise_it_is(CountRelation counted, V1.Total.Types.Relation sent) =>
        Assert.Equal(sent, SearchReplies.From(new HitTotal(3, 2, 1) { Relation = counted }, TotalKinds.All)!.Relation);

    /// <summary>As REST sends it: a number that was not counted is absent, not 0.</summary>
    [Theory]
    [InlineData(TotalKinds.All, "{ \"value\": \"3\", \"relation\": \"EXACT\", \"distinctTexts\": \"2\", \"sources\": \"0\" }")]
    [InlineData(TotalKinds.Articles, "{ \"value\": \"3\", \"relation\": \"EXACT\" }")]
    [InlineData(TotalKinds.None, null)]
    public void Only_what_was_counted_is_sent(TotalKinds counted, string? sent) =>
        Assert.Equal(
            sent,
            SearchReplies.From(Page with { Total = new HitTotal(3, 2, 0) }, Plan with { Totals = counted }, []).Total?.ToString());


    [Fact]
    public void A_hit_has_its_place_its_score_and_its_passages()
    {
        var sent = Assert.Single(SearchReplies.From(Page, Plan, []).Hits);
        Assert.Equal(("1", "", 1.5f, ""), (sent.Article.Id, sent.Article.Body, sent.Score, sent.Notice));
        Assert.Equal(Hit.Cursor, PageToken.Read(TokenField.OfSearch, sent.Cursor, Plan));
        Assert.Equal(("body", "A storm.", new V1.TextRange { Start = 2, End = 7 }),
            (sent.Snippets[0].Field, sent.Snippets[0].Text, sent.Snippets[0].Matches[0]));
    }

    [Fact]
    public void The_last_page_has_no_token() => Assert.Equal("", SearchReplies.From(Page with { Next = null }, Plan, []).NextPageToken);

    [Fact]
    public void Notices_quote_at_most_a_hundred_characters_of_a_query()
    {
        var plan = new QueryPlan { Query = new Query.Word(new string('x', 300)) };
        var sent = SearchReplies.From(Page with { Notices = [$"{plan.Query} is rare"] }, plan, []);
        Assert.Equal($"{new string('x', 100)}… is rare", Assert.Single(sent.Notices));
    }

    [Theory]
    [InlineData(false, "A storm.")]
    [InlineData(true, "")]
    public void An_export_has_bodies_unless_they_are_left_out(bool withoutBody, string body)
    {
        var sent = SearchReplies.Exported(Hit, new PageToken.Writer(Plan), withoutBody);
        Assert.Equal((body, 1.5f, "7-000000000000000a"), (sent.Article.Body, sent.Score, sent.Generation));
        Assert.Equal(Hit.Cursor, PageToken.Read(TokenField.OfExport, sent.Cursor, Plan));
    }

    [Fact]
    public void An_empty_result_is_explained_in_fields_and_in_a_notice()
    {
        var empty = new EmptyResult(
            [new ClauseCount("storm", 5, 0), new ClauseCount("flood", 0, 5)], ["flood"],
            [
                new Alternative(AlternativeChange.LeftOut, ["flood"], "", "storm", 5),
                new Alternative(AlternativeChange.Widened, ["\"a b\""], "a AND b", "a AND b", 2),
                new Alternative(AlternativeChange.Spelling, [], "", "strom", 1),
            ]);
        var sent = SearchReplies.From(new HitPage([], new HitTotal(0, 0, 0), null, Generation, []) { Empty = empty }, Plan, []);
        Assert.Equal([("storm", 5L, 0L), ("flood", 0L, 5L)],
            sent.EmptyResult.Clauses.Select(each => (each.Text, each.Alone, each.Without)));
        Assert.Equal(["flood"], sent.EmptyResult.Missing);
        Assert.Equal([(Change.LeftOut, "", 5L), (Change.Widened, "a AND b", 2L), (Change.Spelling, "", 1L)],
            sent.EmptyResult.Alternatives.Select(each => (each.Change, each.Replacement, each.Articles)));
        Assert.Equal([empty.Notice], sent.Notices);
    }
}
