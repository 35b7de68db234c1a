using CsCheck;
using NewsIndex.Queries;
using NewsIndex.QueryText;

namespace NewsSearch.Tests.Queries;

public sealed class QueryReaderTests
{
    [Theory]
    [InlineData("", "*")]
    [InlineData("   ", "*")]
    [InlineData("*", "*")]
    [InlineData("flood relief minister", "flood AND relief AND minister")]
    [InlineData("a AND b OR c", "(a AND b) OR c")]
    [InlineData("a OR b c", "a OR (b AND c)")]
    [InlineData("(a OR b) c", "(a OR b) AND c")]
    [InlineData("((a))", "a")]
    [InlineData("(a AND b) AND c", "a AND b AND c")]
    [InlineData("storm -florida", "storm AND NOT florida")]
    [InlineData("storm NOT florida", "storm AND NOT florida")]
    [InlineData("+storm +florida", "storm AND florida")]
    [InlineData("-storm", "NOT storm")]
    [InlineData("NOT NOT storm", "storm")]
    [InlineData("a - b", "a AND b")]
    [InlineData("well-being", "well-being")]
    [InlineData("\"prime minister\"", "\"prime minister\"")]
    [InlineData("\u201Cprime minister\u201D", "\"prime minister\"")]
    [InlineData("\"\"prime minister\"\" x", "\"prime minister\" AND x")]
    [InlineData("\u201C\u201Cprime minister\u201D\u201D", "\"prime minister\"")]
    [InlineData("don\u2019t", "don't")]
    [InlineData("headline:strike", "headline:strike")]
    [InlineData("title:strike", "headline:strike")]
    [InlineData("headline:(strike OR \"steps down\")", "headline:strike OR headline:\"steps down\"")]
    [InlineData("body:oil*", "body:oil*")]
    [InlineData("person:\"Angela Merkel\"", "person:\"Angela Merkel\"")]
    [InlineData("person:Merkel", "person:\"Merkel\"")]
    [InlineData("organisation:UN place:japan entity:opec", "org:\"UN\" AND place:\"japan\" AND entity:\"opec\"")]
    [InlineData("source:reuters", "source:\"reuters\"")]
    [InlineData("source:*", "source:*")]
    [InlineData("date:1987", "date:1987")]
    [InlineData("date:1987-10-19", "date:1987-10-19")]
    [InlineData("date:[1987-10-01 TO 1987-10-31]", "date:[1987-10-01 TO 1987-10-31]")]
    [InlineData("date:{1987 TO 1990]", "date:{1987 TO 1990]")]
    [InlineData("date:[* TO 1990}", "date:[* TO 1990}")]
    [InlineData("date:>=1990", "date:[1990 TO *]")]
    [InlineData("date:>1990", "date:{1990 TO *]")]
    [InlineData("date:<1991-02", "date:[* TO 1991-02}")]
    [InlineData("date:none", "date:none")]
    [InlineData("date:[1987-10-19T14:05Z TO *]", "date:[1987-10-19T14:05:00Z TO *]")]
    [InlineData("elect* wom?n", "elect* AND wom?n")]
    [InlineData("C\\:\\\\temp", "C\\:\\\\temp")]
    [InlineData("\\AND", "\\AND")]
    [InlineData("5\\*", "5\\*")]
    [InlineData("12:20", "12\\:20")]
    [InlineData("headline:AND", "headline:\\AND")]
    [InlineData("source:(\" a\" b )", "source:\"a b\"")]
    public void Reads(string typed, string canonical) => Assert.Equal(canonical, QueryReader.Read(typed).Query?.ToString());

    [Theory]
    [InlineData("storm florida", "storm OR florida")]
    [InlineData("+storm florida", "storm ANDMAYBE florida")]
    [InlineData("storm coast -florida", "(storm OR coast) AND NOT florida")]
    [InlineData("a AND b c", "(a AND b) ANDMAYBE c")]
    public void Reads_with_OR_between_words(string typed, string canonical) =>
        Assert.Equal(canonical, QueryReader.Read(typed, new QueryOptions { DefaultOperator = DefaultOperator.Or }).Query?.ToString());

    [Theory]
    [InlineData("date:[1987-13 TO", QueryErrorCode.BadDate, 6, 7)]
    [InlineData("date:[1987-10 TO", QueryErrorCode.BadDate, 5, 11)]
    [InlineData("date:[1987-10 TO 1987-12", QueryErrorCode.BadDate, 5, 19)]
    [InlineData("date:[1988 TO 1987]", QueryErrorCode.BadDate, 5, 14)]
    [InlineData("date:[* TO *]", QueryErrorCode.BadDate, 5, 8)]
    [InlineData("date:1987-02-30", QueryErrorCode.BadDate, 5, 10)]
    [InlineData("date:yesterday", QueryErrorCode.BadDate, 5, 9)]
    [InlineData("Putin AND (sanctions", QueryErrorCode.Syntax, 10, 1)]
    [InlineData("sanctions)", QueryErrorCode.Syntax, 9, 1)]
    [InlineData("()", QueryErrorCode.Syntax, 0, 1)]
    [InlineData("storm AND", QueryErrorCode.Syntax, 6, 3)]
    [InlineData("OR storm", QueryErrorCode.Syntax, 0, 2)]
    [InlineData("a \"prime minister", QueryErrorCode.Syntax, 2, 15)]
    [InlineData("\"\"", QueryErrorCode.Syntax, 0, 2)]
    [InlineData("hedline:storm", QueryErrorCode.UnknownField, 0, 7)]
    [InlineData("storm~3", QueryErrorCode.Syntax, 5, 2)]
    [InlineData("storm^2000", QueryErrorCode.Syntax, 5, 5)]
    [InlineData("(a AND b) NEAR/3 c", QueryErrorCode.Syntax, 0, 1)]
    [InlineData("ATLEAST/0 a", QueryErrorCode.Syntax, 0, 9)]
    [InlineData("a NEAR/5", QueryErrorCode.Syntax, 2, 6)]
    [InlineData("date:*-02-30", QueryErrorCode.BadDate, 5, 7)]
    [InlineData("since:monday", QueryErrorCode.Syntax, 6, 6)]
    [InlineData("dup:twice", QueryErrorCode.Syntax, 4, 5)]
    [InlineData("a OR dup:first", QueryErrorCode.Syntax, 5, 9)]
    [InlineData("date:", QueryErrorCode.BadDate, 5, 0)]
    [InlineData("/(?=a)b/", QueryErrorCode.Syntax, 0, 8)]
    [InlineData("date.reliable:maybe", QueryErrorCode.Syntax, 14, 5)]
    [InlineData("person:*", QueryErrorCode.Syntax, 7, 1)]
    [InlineData("headline:???", QueryErrorCode.Syntax, 9, 3)]
    public void Says_what_is_wrong_and_where(string typed, QueryErrorCode code, int offset, int length)
    {
        var error = QueryReader.Read(typed).Error;
        Assert.NotNull(error);
        Assert.Equal((code, offset, length), (error.Code, error.Offset, error.Length));
        Assert.NotEmpty(error.Expected);
    }

    [Fact]
    public void Suggests_the_field_that_was_meant() => Assert.Contains("headline:", QueryReader.Read("hedline:storm").Error!.Hint);

    [Theory]
    [InlineData("a AND b OR c", "binds tighter")]
    [InlineData("storm or flood", "the operator is OR")]
    public void Notices(string typed, string notice) => Assert.Contains(notice, Assert.Single(QueryReader.Read(typed).Notices));

    private static readonly QueryOptions Now = new() { Now = new DateTimeOffset(2026, 6, 17, 22, 30, 0, TimeSpan.Zero) };

    /// <summary>It is Wednesday 17 June 2026, half past ten in the evening in UTC, and already Thursday in Paris.</summary>
    [Theory]
    [InlineData("date:today", "UTC", "date:2026-06-17")]
    [InlineData("date:today", "Europe/Paris", "date:2026-06-18")]
    [InlineData("date:yesterday", "UTC", "date:2026-06-16")]
    [InlineData("date:last-week", "UTC", "date:[2026-06-08 TO 2026-06-14]")]
    [InlineData("date:this-week", "UTC", "date:[2026-06-15 TO 2026-06-21]")]
    [InlineData("date:last-month", "UTC", "date:2026-05")]
    [InlineData("date:last-year", "UTC", "date:2025")]
    [InlineData("date:last-7-days", "UTC", "date:[2026-06-11 TO 2026-06-17]")]
    [InlineData("date:[now-7d/d TO now]", "UTC", "date:[2026-06-10 TO 2026-06-17]")]
    [InlineData("date:[now-1M/M TO now/M}", "UTC", "date:[2026-05 TO 2026-06}")]
    [InlineData("date:>=now-3h", "UTC", "date:[2026-06-17T19:30:00Z TO *]")]
    [InlineData("date:<now/y", "UTC", "date:[* TO 2026}")]
    [InlineData("date:>=now/w", "UTC", "date:[2026-06-15 TO *]")]
    [InlineData("indexed:>=now-1d", "UTC", "indexed:[2026-06-16 TO *]")]
    public void Reads_dates_that_are_told_from_today(string typed, string zone, string canonical) =>
        Assert.Equal(
            canonical, QueryReader.Read(typed, Now with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) }).Query?.ToString());

    [Fact]
    public void Fills_nothing_in_from_a_clock_it_was_not_given() =>
        Assert.Contains("not known here", QueryReader.Read("date:today").Error!.Message);

    [Theory]
    [InlineData("Putin AND (sanctions OR", "Putin AND sanctions")]
    [InlineData("(flood OR fire", "flood OR fire")]
    [InlineData("\"prime minister", "\"prime minister\"")]
    [InlineData("storm)", "storm")]
    [InlineData("storm AND", "storm")]
    [InlineData("AND storm", "storm")]
    [InlineData("() storm", "storm")]
    [InlineData("(storm AND) coast", "storm AND coast")]
    [InlineData("headline:(storm", "headline:storm")]
    [InlineData("storm", "storm")]
    public void Makes_repairs_that_keep_the_meaning_where_it_may_forgive(string typed, string canonical)
    {
        var reading = QueryTextReader.Read(typed, new QueryOptions { IsForgiving = true });
        Assert.Equal(canonical, reading.Query?.ToString());
        Assert.Equal(typed == canonical, reading.Notices.Count == 0);
    }

    /// <summary>The error is that of strict reading, and offers what can be read.</summary>
    [Theory]
    [InlineData("hedline:storm", "headline:storm")]
    [InlineData("foo:storm", "foo\\:storm")]
    [InlineData("date:1987-13 cocoa", "cocoa")]
    [InlineData("date:1987-13", null)]
    [InlineData("headline:(", null)]
    [InlineData("cocoa headline:(", "cocoa")]
    [InlineData("cocoa headline:()", "cocoa")]
    [InlineData("source:", null)]
    [InlineData("fox dup:first OR cat", "fox OR cat")]
    [InlineData("a OR b) AND c", "(a OR b) AND c")]
    [InlineData("storm AND OR flood", "storm AND flood")]
    [InlineData("headline:-storm", "-headline:storm")]
    [InlineData("person:* storm", "storm")]
    [InlineData("storm~3", "storm")]
    public void Offers_a_repair_that_may_change_the_meaning_and_makes_it_in_no_mode(string typed, string? mended)
    {
        var strict = QueryTextReader.Read(typed, Now);
        var forgiving = QueryTextReader.Read(typed, Now with { IsForgiving = true });
        Assert.Null(strict.Query);
        Assert.Null(forgiving.Query);
        Assert.Equal((mended, mended), (strict.Error!.Mended, forgiving.Error!.Mended));
        Assert.Equal(strict.Error.Offset, forgiving.Error.Offset);
    }

    /// <summary>Whatever is typed, what is offered can be read, and what is forgiven keeps every word.</summary>
    [Fact]
    public void Offers_only_what_can_be_read() => AnyTypedQuery.Text.Sample(
        typed =>
        {
            var reading = QueryTextReader.Read(typed, Now with { IsForgiving = true });
            var offered = reading.Error?.Mended is not { } mended || QueryReader.Read(mended, Now).Query is not null;
            return offered
                && (reading.Error is not { } error || (error.Offset >= 0 && error.Offset + error.Length <= Math.Max(typed.Length, 1)));
        },
        iter: 50_000);

    [Theory]
    [InlineData("x:a ")]
    [InlineData("date:1987-13 ")]
    [InlineData("\"")]
    [InlineData("~1")]
    [InlineData("1:")]
    [InlineData("a.")]
    [InlineData("source : ")]
    [InlineData("'a ")]
    [InlineData("[a ")]
    public void Reads_a_megabyte_of_mistakes_in_time_that_grows_with_its_length(string mistake)
    {
        var typed = "a" + string.Concat(Enumerable.Repeat(mistake, 1_000_000 / mistake.Length));
        foreach (var syntax in new[] { QuerySyntax.NewsSearch, QuerySyntax.Lucene })
            Assert.NotNull(
                QueryTextReader.Read(typed,
                Now with { IsForgiving = true, Syntax = syntax, Limits = QueryLimits.Default with { Length = int.MaxValue } }));
    }

    [Fact]
    public void Refuses_patterns_that_no_word_is_long_enough_for()
    {
        foreach (var typed in new[] { new string('a', 20_000) + "*", $"\"b {new string('a', 20_000)}*\"", new string('a', 20_000) + "~",
            $"/{new string('a', 20_000)}.*/" })
            Assert.Contains("at most", QueryReader.Read(typed).Error!.ToString());
    }

    [Fact]
    public void Reads_as_many_parentheses_as_the_limit_says()
    {
        static string Nested(int levels) => new string('(', levels) + "a" + new string(')', levels);
        Assert.NotNull(QueryReader.Read(Nested(64)).Query);
        Assert.Equal((64, 65), QueryReader.Read(Nested(65)).Error!.Budget);
    }

    [Fact]
    public void Refuses_ten_thousand_clauses_with_the_limit_and_the_actual_number()
    {
        var error = QueryReader.Read(string.Join(' ', Enumerable.Repeat("word", 10_000))).Error;
        Assert.Equal(QueryErrorCode.TooExpensive, error!.Code);
        Assert.Equal((1024, 10_000), error.Budget);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("NOT ")]
    [InlineData("-(")]
    public void Refuses_nesting_that_would_exhaust_the_stack(string opening) =>
        Assert.NotNull(QueryReader.Read(string.Concat(Enumerable.Repeat(opening, 100_000)) + "a").Error);

    /// <summary>Labels come from archives, which have signs in them; a source may be called *.</summary>
    [Theory]
    [InlineData(ArticleLabel.Source, null, "source:*")]
    [InlineData(ArticleLabel.Source, "*", "source:\"\\*\"")]
    [InlineData(ArticleLabel.Author, "***", "author:\"\\*\\*\\*\"")]
    [InlineData(ArticleLabel.Tag, "?", "tag:\"?\"")]
    [InlineData(ArticleLabel.Tag, "\"", "tag:\"\\\"\"")]
    [InlineData(ArticleLabel.Section, "--", "section:\"--\"")]
    [InlineData(ArticleLabel.Section, "*A", "section:\"\\*A\"")]
    public void Reads_back_a_label_of_any_signs(ArticleLabel label, string? value, string canonical)
    {
        var query = new Query.Labelled(label, value);
        Assert.Equal(canonical, query.ToString());
        Assert.Equal(query, QueryReader.Read(canonical).Query);
    }

    /// <summary>An escaped space keeps a name in one piece; the name itself has none at its ends.</summary>
    [Theory]
    [InlineData("tag:\\\nterror!", "tag:\"terror!\"")]
    [InlineData("tag:\\ terror!", "tag:\"terror!\"")]
    [InlineData("tag:\\ terror", "tag:\"terror\"")]
    [InlineData("person:\\ volcker!", "person:\"volcker!\"")]
    public void Takes_escaped_spaces_off_the_ends_of_a_name(string typed, string canonical)
    {
        Assert.Equal(canonical, QueryReader.Read(typed, Now).Query!.ToString());
        Assert.Equal(QueryReader.Read(typed, Now).Query, QueryReader.Read(canonical, Now).Query);
    }

    /// <summary>Whatever is typed is read or refused, and what was read prints a text that reads back to the same query.</summary>
    [Fact]
    public void Reads_back_what_a_query_prints() => AnyTypedQuery.Text.Sample(
        typed =>
        {
            var reading = QueryReader.Read(typed, Now);
            if (reading.Query is null)
                return reading.Error is { } error && error.Offset >= 0 && error.Offset + error.Length <= Math.Max(typed.Length, 1);
            var again = QueryReader.Read(reading.Query.ToString(), Now);
            return reading.Query.Equals(again.Query) && again.Query!.ToString() == reading.Query.ToString();
        },
        iter: 200_000);
}
