using System.Text;
using NewsSearch.V1;
using SearchCli.Output;

namespace NewsSearch.Tests.SearchCli;

public sealed class OutputTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("storm", "storm")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("-5", "-5")]
    [InlineData("+5", "+5")]
    [InlineData("-", "-")]
    [InlineData("=a,b", "\"'=a,b\"")]
    public void Csv_cells_are_quoted_and_never_formulas(string text, string expected) => Assert.Equal(expected, CsvCell.Of(text));

    [Fact]
    public void A_quotation_is_printed_with_its_speaker_and_its_article() => Assert.Equal(
        "Jane Roe (person:jane roe): quoted in 1 articles\n\n\u201CNo storm\u201D\n  Roe · undated · a/1",
        QuotationsText.Of(new Entity { Id = "person:jane roe", Name = "Jane Roe" }, new ListQuotationsResponse
        {
            Articles = 1,
            Quotations =
            {
                new AttributedQuotation
                {
                    Article = new Article { Id = "a/1", Published = new PublishedDate() }, Text = "No storm", Speaker = "Roe",
                },
            },
        }));

    [Fact]
    public void Alternatives_name_the_query_and_its_number_of_articles() => Assert.Equal(
        ["did you mean: storm  (1,234 articles)", "try: storm OR sea  (1 article)"],
        AlternativesText.Of(new EmptyResult
        {
            Alternatives =
            {
                new Alternative { Change = Alternative.Types.Change.Spelling, Query = "storm", Articles = 1234 },
                new Alternative { Query = "storm OR sea", Articles = 1 },
            },
        }));

    [Fact]
    public void Alternatives_are_none_where_something_was_found() => Assert.Empty(AlternativesText.Of(null));

    [Theory]
    [InlineData("1987-10-19", "14:05", "Herald", "1987-10-19 14:05 · Herald · a1")]
    [InlineData("1987", "", "", "1987 · a1")]
    [InlineData("", "", "Herald", "undated · Herald · a1")]
    [InlineData("", "14:05", "", "undated, 14:05 · a1")]
    public void A_byline_has_date_source_and_id(string date, string time, string source, string expected)
    {
        var published = new PublishedDate { Value = date, TimeOfDay = time };
        Assert.Equal(expected, ArticleText.Byline(new Article { Id = "a1", Source = source, Published = published }));
    }

    [Theory]
    [InlineData("1987-01-02", 0, "3 articles, 4 mentions, 1987-01-02 to 1987-02-03")]
    [InlineData("1987-01-02", 2, "3 articles, 4 mentions, 1987-01-02 to 1987-02-03, 2 undated")]
    [InlineData("", 3, "3 articles, 4 mentions, 3 undated")]
    public void An_entity_is_shown_with_its_dates_and_its_undated_articles(string first, int undated, string line)
    {
        var jane = new EntityDetails { Entity = new Entity { Name = "Jane Roe" }, Articles = 3, Mentions = 4, Undated = undated };
        (jane.FirstDate, jane.LastDate) = first.Length == 0 ? ("", "") : (first, "1987-02-03");
        var shown = EntityText.Of(new SearchEntitiesResponse { Entities = { jane } }, jane, new(), new());
        Assert.Equal($"  {line}", shown.Split(Environment.NewLine)[1]);
    }

    [Fact]
    public void An_article_is_shown_with_the_parts_that_it_has()
    {
        var article = new Article
        {
            Id = "a1",
            Headline = "Storm",
            Body = "It blew.",
            Url = "https://example.org/1",
            Published = new PublishedDate { Value = "1987" },
            Authors = { "Ann Roe", "Bo Li" },
            Entities = { new NamedEntity { Name = "Oslo" } },
        };
        Assert.Equal("Storm\n1987 · a1\nby Ann Roe, Bo Li\nhttps://example.org/1\n\nIt blew.\n\nnames: Oslo", ArticleText.Of(article));
        Assert.Equal("undated · a2", ArticleText.Of(new Article { Id = "a2", Published = new PublishedDate() }));
    }

    [Fact]
    public async Task An_empty_export_as_csv_still_has_its_header()
    {
        Assert.Equal(
            "id,published,precision,provenance,source,headline,url,authors,section,language,body\r\n",
            await WrittenAsync(stream => new ArticleCsv(stream, withHeader: true)));
        Assert.Equal("", await WrittenAsync(stream => new ArticleCsv(stream, withHeader: false)));
    }

    [Fact]
    public async Task A_record_leaves_out_empty_fields_and_says_what_an_unknown_date_is()
    {
        var bare = new Article { Id = "a1", Headline = "Storm", Published = new PublishedDate(), Kind = Article.Types.Kind.Headline };
        var full = new Article
        {
            Id = "a2",
            Headline = "Sturm “hier”",
            Body = "Es blies.",
            Published = new PublishedDate { Value = "1987-10", Provenance = PublishedDate.Types.Provenance.Text },
            Tags = { "weather" },
            Entities = { new NamedEntity { Name = "Oslo", Type = EntityType.Place } },
        };
        var lines = (await WrittenAsync(stream => new ArticleRecords(stream), bare, full)).Split('\n');
        Assert.StartsWith("{\"id\":\"a1\",\"headline\":\"Storm\",\"published\":null,", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",\"kind\":\"headline\"}", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            "{\"id\":\"a2\",\"headline\":\"Sturm “hier”\",\"body\":\"Es blies.\",\"published\":\"1987-10\",\"published_from\":\"text\"," +
            "\"tags\":[\"weather\"],\"kind\":\"article\",\"entities\":[{\"name\":\"Oslo\",\"type\":\"place\"}]}",
            lines[1]);
        Assert.Equal("", lines[2]);
    }

    private static async Task<string> WrittenAsync(Func<Stream, ArticleOutput> create, params Article[] articles)
    {
        using var stream = new MemoryStream();
        await using var output = create(stream);
        foreach (var article in articles)
            await output.WriteAsync(article, CancellationToken.None);
        await output.FlushAsync(CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
