using Google.Rpc;
using Grpc.Core;
using NewsIndex.Queries;
using NewsSearch.V1;
using SearchService.Paging;
using SearchService.Requests;
using DateRange = NewsSearch.V1.DateRange;
using Generation = NewsIndex.Generations.Generation;
using Operator = NewsSearch.V1.SearchRequest.Types.DefaultOperator;
using Syntax = NewsSearch.V1.SearchRequest.Types.Syntax;
using Totals = NewsSearch.V1.SearchRequest.Types.Totals;
using View = NewsSearch.V1.SearchRequest.Types.View;

namespace NewsSearch.Tests.Service.Requests;

/// <summary>Each field of a search: what its values mean, what it means to leave it out, and what is refused.</summary>
public sealed class SearchRequestsTests
{
    private static readonly Generation Old = new(7, 0xa);

    private static readonly SearchRequests Requests = new(new QueryLimits { Length = 500, Clauses = 20 }, ManualClock.Start);

    [Fact]
    public void An_empty_request_asks_for_the_first_ten_of_everything_by_relevance()
    {
        var (plan, notices) = Requests.ToPlan(new SearchRequest());
        Assert.Equal(new QueryPlan { Query = new Query.Everything(), Order = HitOrder.Relevance, PageSize = 10 }, plan);
        Assert.Empty(notices);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 1)]
    [InlineData(100, 100)]
    public void Page_sizes_are_1_to_100(int asked, int meant) =>
        Assert.Equal(meant, PlanOf(new SearchRequest { PageSize = asked }).PageSize);

    [Theory]
    [InlineData(Totals.Unspecified, TotalKinds.All)]
    [InlineData(Totals.All, TotalKinds.All)]
    [InlineData(Totals.Articles, TotalKinds.Articles)]
    [InlineData(Totals.None, TotalKinds.None)]
    public void Everything_is_counted_unless_less_is_asked_for(Totals asked, TotalKinds counted) =>
        Assert.Equal(counted, PlanOf(new SearchRequest { Totals = asked }).Totals);

    [Theory]
    [InlineData(View.Unspecified, HitDetail.Snippets)]
    [InlineData(View.Full, HitDetail.Snippets)]
    [InlineData(View.Basic, HitDetail.Heading)]
    public void Snippets_are_made_unless_the_basic_view_is_asked_for(View asked, HitDetail read) =>
        Assert.Equal(read, PlanOf(new SearchRequest { View = asked }).Detail);

    [Theory]
    [InlineData("", HitOrder.Relevance)]
    [InlineData("relevance", HitOrder.Relevance)]
    [InlineData("newest", HitOrder.Newest)]
    [InlineData("oldest", HitOrder.Oldest)]
    [InlineData("arrived", HitOrder.Arrived)]
    public void Orders_have_names(string name, HitOrder order) => Assert.Equal(order, PlanOf(new SearchRequest { OrderBy = name }).Order);

    [Theory]
    [InlineData("", "", DateRange.Types.Undated.Unspecified, "storm")]
    [InlineData("", "", DateRange.Types.Undated.Include, "storm")]
    [InlineData("", "", DateRange.Types.Undated.Exclude, "storm AND NOT date:none")]
    [InlineData("1987", "", DateRange.Types.Undated.Unspecified, "storm AND date:[1987 TO *]")]
    [InlineData("", "1987-11", DateRange.Types.Undated.Exclude, "storm AND date:[* TO 1987-11]")]
    [InlineData("1987", "1988", DateRange.Types.Undated.Include, "storm AND (date:[1987 TO 1988] OR date:none)")]
    public void A_range_of_dates_becomes_a_clause(string from, string to, DateRange.Types.Undated undated, string query) =>
        Assert.Equal(query, QueryOf(new SearchRequest { Published = new DateRange { From = from, To = to, Undated = undated } }));

    [Fact]
    public void Entities_become_clauses_that_must_all_match_and_equal_ones_count_once()
    {
        var jane = new EntityFilter { Name = " Jane Roe ", Type = EntityType.Person };
        Assert.Equal("storm AND person:\"Jane Roe\" AND entity:\"UN\"",
            QueryOf(new SearchRequest { Entities = { jane, new EntityFilter { Name = "UN" }, jane } }));
    }

    [Fact]
    public void Sources_become_one_clause_that_any_of_them_matches()
    {
        Assert.Equal("storm AND source:\"A\"", QueryOf(new SearchRequest { Sources = { "A", "A" } }));
        Assert.Equal("storm AND (source:\"A\" OR source:\"B\")", QueryOf(new SearchRequest { Sources = { "A", "B", "A" } }));
    }

    [Fact]
    public void Filters_join_a_query_as_a_tree()
    {
        Assert.Equal("(storm OR flood) AND source:\"A\"", QueryOf(new SearchRequest { Query = "storm OR flood", Sources = { "A" } }));
        Assert.Equal("storm AND flood AND source:\"A\"", QueryOf(new SearchRequest { Query = "storm AND flood", Sources = { "A" } }));
        Assert.Equal("source:\"A\"", PlanOf(new SearchRequest { Sources = { "A" } }).Query.ToString());
    }

    [Theory]
    [InlineData(Duplicates.Unspecified, "storm", "storm")]
    [InlineData(Duplicates.Show, "storm", "storm")]
    [InlineData(Duplicates.Collapse, "storm", "storm AND dup:first")]
    [InlineData(Duplicates.Collapse, "storm AND dup:first", "storm AND dup:first")]
    public void Near_duplicates_collapse_once(Duplicates duplicates, string query, string expected) =>
        Assert.Equal(expected, QueryOf(new SearchRequest { Query = query, Duplicates = duplicates }));

    [Fact]
    public void A_generation_is_answered_from_or_counted_from()
    {
        Assert.Equal(Old, PlanOf(new SearchRequest { Generation = $"{Old}" }).Generation);
        Assert.Null(PlanOf(new SearchRequest()).Generation);
        Assert.Equal($"storm AND since:{Old}", QueryOf(new SearchRequest { Since = $"{Old}" }));
    }

    [Theory]
    [InlineData(Syntax.Unspecified, Operator.Unspecified, "storm AND flood")]
    [InlineData(Syntax.Newssearch, Operator.And, "storm AND flood")]
    [InlineData(Syntax.Newssearch, Operator.Or, "storm OR flood")]
    [InlineData(Syntax.Lucene, Operator.Unspecified, "storm OR flood")]
    [InlineData(Syntax.Lucene, Operator.And, "storm AND flood")]
    public void Neighbouring_words_are_joined_as_the_syntax_or_the_request_has_it(Syntax syntax, Operator between, string query) =>
        Assert.Equal(query, QueryOf(new SearchRequest { Query = "storm flood", Syntax = syntax, DefaultOperator = between }));

    [Theory]
    [InlineData(0.5)]
    [InlineData(36_500)]
    public void A_half_life_of_recency_is_in_days_and_counts_from_now(double days)
    {
        var plan = PlanOf(new SearchRequest { Recency = new RecencyOptions { HalfLifeDays = days } });
        Assert.Equal(new Recency(TimeSpan.FromDays(days), ManualClock.Start), plan.Recency);
        Assert.Equal(ManualClock.Start, plan.AskedAt);
    }

    [Fact]
    public void Feedback_is_on_when_it_is_asked_for()
    {
        Assert.True(PlanOf(new SearchRequest { Feedback = true }).UsesFeedback);
        Assert.False(PlanOf(new SearchRequest()).UsesFeedback);
    }

    [Theory]
    [InlineData("\"storm at sea", true)]
    [InlineData("(storm", true)]
    public void A_forgiving_request_repairs_with_a_notice(string query, bool forgiving)
    {
        Assert.NotEmpty(Requests.ToPlan(new SearchRequest { Query = query, Forgiving = forgiving }).Notices);
        Assert.Equal("QUERY_SYNTAX", ReasonOf(() => Requests.ToPlan(new SearchRequest { Query = query })));
    }

    [Theory]
    [InlineData("", "date:[2025-12-31 TO 2025-12-31]")]
    [InlineData("Pacific/Kiritimati", "date:[2025-12-31 TO 2025-12-31]")]
    [InlineData("America/New_York", "date:[2025-12-30 TO 2025-12-30]")]
    public void Relative_dates_are_days_of_the_time_zone(string zone, string query)
    {
        var plan = PlanOf(new SearchRequest { Query = "date:yesterday", TimeZone = zone });
        Assert.Equal(query, plan.Query.ToString().Replace("date:2025-12-31", "date:[2025-12-31 TO 2025-12-31]", StringComparison.Ordinal)
            .Replace("date:2025-12-30", "date:[2025-12-30 TO 2025-12-30]", StringComparison.Ordinal));
        Assert.Equal(ManualClock.Start, plan.AskedAt);
    }

    [Fact]
    public void A_later_page_counts_relative_dates_from_the_first()
    {
        var request = new SearchRequest { Query = "date:yesterday", OrderBy = "newest" };
        var first = PlanOf(request);
        request.PageToken = PageToken.Write(new PageCursor(Old, 1, "a"), first);
        var later = new SearchRequests(QueryLimits.Default, ManualClock.Start.AddDays(3)).ToPlan(request).Plan;
        Assert.Equal((first.Query, first.AskedAt), (later.Query, later.AskedAt));
        Assert.Equal(new PageCursor(Old, 1, "a"), later.After);
    }

    [Fact]
    public void A_page_of_one_generation_is_not_gone_on_with_in_another()
    {
        var request = new SearchRequest { Query = "storm" };
        request.PageToken = PageToken.Write(new PageCursor(Old, 1, "a"), PlanOf(request));
        request.Generation = $"{Old}";
        Assert.Equal("a", PlanOf(request).After!.Id);
        request.Generation = $"{new Generation(8, 1)}";
        Assert.Equal("PAGE_TOKEN_MISMATCH", ReasonOf(() => Requests.ToPlan(request)));
    }

    public static TheoryData<string, string, SearchRequest> Refused => new()
    {
        { "page_size", "FIELD_OUT_OF_RANGE", new() { PageSize = 101 } },
        { "page_size", "FIELD_OUT_OF_RANGE", new() { PageSize = -1 } },
        { "page_token", "BAD_PAGE_TOKEN", new() { PageToken = "%%%" } },
        { "page_token", "BAD_PAGE_TOKEN", new() { PageToken = new string('A', 4097) } },
        { "order_by", "FIELD_OUT_OF_RANGE", new() { OrderBy = "Newest" } },
        { "published.from", "BAD_DATE", new() { Published = new DateRange { From = "1987-13" } } },
        { "published.to", "BAD_DATE", new() { Published = new DateRange { To = "soon" } } },
        { "published", "BAD_DATE", new() { Published = new DateRange { From = "1988", To = "1987" } } },
        {
            "entities[1].name", "FIELD_OUT_OF_RANGE",
            new() { Entities = { new EntityFilter { Name = "UN" }, new EntityFilter { Name = "!" } } }
        },
        { "entities[0].name", "FIELD_OUT_OF_RANGE", new() { Entities = { new EntityFilter { Name = new string('x', 513) } } } },
        { "entities[0].type", "FIELD_OUT_OF_RANGE", new() { Entities = { new EntityFilter { Name = "UN", Type = (EntityType)9 } } } },
        { "sources[1]", "FIELD_OUT_OF_RANGE", new() { Sources = { "A", "" } } },
        { "sources[0]", "FIELD_OUT_OF_RANGE", new() { Sources = { new string('x', 513) } } },
        { "default_operator", "FIELD_OUT_OF_RANGE", new() { DefaultOperator = (Operator)9 } },
        { "syntax", "FIELD_OUT_OF_RANGE", new() { Syntax = (Syntax)9 } },
        { "totals", "FIELD_OUT_OF_RANGE", new() { Totals = (Totals)9 } },
        { "view", "FIELD_OUT_OF_RANGE", new() { View = (View)9 } },
        { "time_zone", "FIELD_OUT_OF_RANGE", new() { TimeZone = "Europe/Nowhere" } },
        { "generation", "FIELD_OUT_OF_RANGE", new() { Generation = "yesterday" } },
        { "since", "FIELD_OUT_OF_RANGE", new() { Since = "7" } },
        { "duplicates", "FIELD_OUT_OF_RANGE", new() { Duplicates = (Duplicates)9 } },
        { "recency.half_life_days", "FIELD_OUT_OF_RANGE", new() { Recency = new RecencyOptions() } },
        { "recency.half_life_days", "FIELD_OUT_OF_RANGE", new() { Recency = new RecencyOptions { HalfLifeDays = 36_501 } } },
        { "recency.half_life_days", "FIELD_OUT_OF_RANGE", new() { Recency = new RecencyOptions { HalfLifeDays = double.NaN } } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_field_out_of_its_range_is_refused_by_name(string field, string reason, SearchRequest request)
    {
        var failure = Assert.Throws<RpcException>(() => Requests.ToPlan(request));
        var info = failure.GetRpcStatus()!.GetDetail<ErrorInfo>();
        Assert.Equal((StatusCode.InvalidArgument, reason, field), (failure.StatusCode, info.Reason, info.Metadata["field"]));
        Assert.StartsWith($"{field} ", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("; expected ", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Filters_count_against_the_limit_of_clauses()
    {
        var sources = Enumerable.Range(0, 19).Select(i => $"S{i}").ToList();
        Assert.Equal(20, PlanOf(new SearchRequest { Query = "storm", Sources = { sources } }).Query.LeafCount);
        Assert.Equal("QUERY_TOO_EXPENSIVE",
            ReasonOf(() => Requests.ToPlan(new SearchRequest { Query = "storm at", Sources = { sources } })));
    }

    [Fact]
    public void The_canonical_text_counts_against_the_limit_of_characters() =>
        Assert.Equal("QUERY_TOO_EXPENSIVE", ReasonOf(() => Requests.ToPlan(
            new SearchRequest { Query = new string('x', 250), Sources = { new string('y', 250) } })));

    [Fact]
    public void The_name_of_the_token_field_is_that_of_the_request()
    {
        var failure = Assert.Throws<RpcException>(() => Requests.ToPlan(new SearchRequest { PageToken = "x" }, TokenField.OfExport));
        Assert.Equal("cursor", failure.GetRpcStatus()!.GetDetail<ErrorInfo>().Metadata["field"]);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(20, 20)]
    public void Suggestions_are_1_to_20_of_a_kind(int asked, int meant) =>
        Assert.Equal(meant, Requests.ToSuggestion(new SuggestRequest { Text = "sto", Limit = asked }).Limit);

    [Fact]
    public void What_is_being_typed_need_not_be_a_query_yet()
    {
        Assert.Null(Requests.ToSuggestion(new SuggestRequest { Text = "hedline:x" }).Query);
        Assert.Equal("storm", Requests.ToSuggestion(new SuggestRequest { Text = "(storm" }).Query!.ToString());
        Assert.Equal("FIELD_OUT_OF_RANGE", ReasonOf(() => Requests.ToSuggestion(new SuggestRequest { Limit = 21 })));
        Assert.Equal("QUERY_TOO_EXPENSIVE", ReasonOf(() => Requests.ToSuggestion(new SuggestRequest { Text = new string('x', 501) })));
    }

    private static QueryPlan PlanOf(SearchRequest request) => Requests.ToPlan(request).Plan;

    private static string QueryOf(SearchRequest request)
    {
        if (request.Query.Length == 0)
            request.Query = "storm";
        return PlanOf(request).Query.ToString();
    }

    private static string ReasonOf(Action read) =>
        Assert.Throws<RpcException>(read).GetRpcStatus()!.GetDetail<ErrorInfo>().Reason;
}
