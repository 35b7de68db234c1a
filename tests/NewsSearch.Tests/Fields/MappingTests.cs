using Indexer.Fields;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Fields;

/// <summary>Which named value is which field, and the article that they make.</summary>
public sealed class MappingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Erscheinungs-Datum", "erscheinungsdatum")]
    [InlineData("pub_date", "pubdate")]
    [InlineData("Überschrift", "uberschrift")]
    [InlineData("Заголовок", "заголовок")]
    [InlineData("标题", "标题")]
    [InlineData(" # ", "")]
    public void Names_are_compared_by_letters_and_digits(string name, string expected) => Assert.Equal(expected, FieldNames.Fold(name));

    [Theory]
    [InlineData("headline", "title", "heading")]
    [InlineData("headline", "headline", "subject")]
    [InlineData("body", "body", "summary")]
    [InlineData("body", "content", "zusammenfassung")]
    [InlineData("published", "published", "created")]
    [InlineData("published", "publicationdate", "datum")]
    [InlineData("source", "source", "quelle")]
    public void The_more_telling_name_ranks_first(string field, string better, string worse) =>
        Assert.True(FieldNames.RankOf(field, better) < FieldNames.RankOf(field, worse));

    [Theory]
    [InlineData("maintext", true)]
    [InlineData("Volltext", true)]
    [InlineData("summary", false)]
    [InlineData("Vorspann", false)]
    [InlineData("title", false)]
    public void Summaries_are_no_full_texts(string name, bool expected) => Assert.Equal(expected, FieldNames.IsFullText(name));

    [Theory]
    [InlineData("title,text,date", "headline", "0")]
    [InlineData("summary,text,title", "body", "1,0")]
    [InlineData("a,b", "body", "")]
    [InlineData("Titel,title", "headline", "1,0")]
    [InlineData("title,Title", "headline", "0")]
    public void Columns_of_a_field_are_ordered_by_rank(string columns, string field, string expected) =>
        Assert.Equal(expected, string.Join(',', FieldMapping.ByName.ColumnsOf(field, columns.Split(','))));

    [Theory]
    [InlineData("title,text", true, true)]
    [InlineData("title,x", true, false)]
    [InlineData("date,url", false, false)]
    public void A_table_of_articles_has_a_headline_or_text_and_another_field(string columns, bool articles, bool table) =>
        Assert.Equal((articles, table),
            (FieldMapping.ByName.FitsArticles(columns.Split(',')), FieldMapping.ByName.FitsTable(columns.Split(','))));

    [Theory]
    [InlineData("""{"headline":"T","body":["V","X"]}""", null)]
    [InlineData("""{"headline":"#2"}""", 2)]
    [InlineData("""{"headline":"#2","body":"#7"}""", 7)]
    [InlineData("""{"headline":"#2","body":"Text"}""", null)]
    public void A_mapping_by_numbers_says_how_many_columns_there_are(string json, int? expected) =>
        Assert.Equal(expected, Given(json).Columns);

    [Theory]
    [InlineData("""{"headline":"T","body":["V","X"]}""", "X,V,T", "headline", "2")]
    [InlineData("""{"headline":"T","body":["V","X"]}""", "X,V,T", "body", "1,0")]
    [InlineData("""{"headline":"T"}""", "title,text", "headline", "0")]
    [InlineData("""{"headline":"T"}""", "title,text", "body", "1")]
    public void A_mapping_goes_before_names_where_its_columns_are_there(string json, string columns, string field, string expected) =>
        Assert.Equal(expected, string.Join(',', Given(json).ColumnsOf(field, columns.Split(','))));

    [Theory]
    [InlineData("[]", "is not a JSON object")]
    [InlineData("""{"titel":"x"}""", "maps \"titel\"")]
    [InlineData("""{"headline":7}""", "something other than text")]
    [InlineData("""{"headline":[7]}""", "something other than text")]
    [InlineData("{", "cannot be read as a mapping")]
    public void A_mapping_that_is_invalid_says_why(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<FieldMappingException>(() => Given(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("A ship ran… [+1234 chars]", "A ship ran")]
    [InlineData("A ship ran... [+12 chars]", "A ship ran")]
    [InlineData("A ship ran [12 chars] ", "A ship ran")]
    [InlineData("A ship [sic] ran", "A ship [sic] ran")]
    [InlineData("A ship", "A ship")]
    public void A_text_that_is_cut_off_loses_its_mark(string text, string expected) => Assert.Equal(expected, CutOffText.Of(text));

    [Theory]
    [InlineData("a, b", "a| b")]
    [InlineData("Doe, Jane; Roe, John", "Doe, Jane| Roe, John")]
    [InlineData("a|b,c", "a|b,c")]
    [InlineData("['a', \"b, c\"]", "a|b, c")]
    [InlineData("[]", "")]
    public void A_list_in_one_field_is_parted_by_what_it_uses(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', ListedText.Parts(text)));

    [Theory]
    [InlineData("2019-11-18T08:05:00Z", "2019-11-18T08:05:00Z")]
    [InlineData("1574064300", "2019-11-18T08:05:00Z")]
    [InlineData("1574064300000", "2019-11-18T08:05:00Z")]
    [InlineData("18.11.2019", "2019-11-18")]
    [InlineData("2019", "2019")]
    [InlineData(" 2019-11 ", "2019-11")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_date_of_a_record_may_be_a_number_of_seconds(string? text, string? expected)
    {
        var (published, notice) = MetadataDate.Read(text, null);
        Assert.Equal((expected, null), (published.Date?.ToString(), notice));
    }

    [Theory]
    [InlineData("4/5/2019", null, null)]
    [InlineData("4/5/2019", true, "2019-04-05")]
    [InlineData("4/5/2019", false, "2019-05-04")]
    [InlineData("soon", null, null)]
    public void A_date_that_is_ambiguous_is_noted_unless_the_order_is_known(string text, bool? monthFirst, string? expected)
    {
        var (published, notice) = MetadataDate.Read(text, null, monthFirst);
        Assert.Equal((expected, expected is null ? MetadataDate.Unreadable : null), (published.Date?.ToString(), notice));
    }

    [Fact]
    public void An_article_has_the_fields_of_its_values()
    {
        var (article,
            notice) = Read("title=Fog|text=A ship.|date=2019-11-18|source=Elster Post|author=Jane Doe|tags=a, b|lang=en|section=News|id=7");
        Assert.Equal(("7", "Fog", "A ship.", "Elster Post", "en", "News"),
            (article.Id, article.Headline, article.Body, article.Source, article.Language, article.Section));
        Assert.Equal(("2019-11-18", null), (article.Published.Date?.ToString(), notice));
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(["a", "b"], article.Tags);
    }

    [Theory]
    [InlineData("title=Fog|text=Fog\n\nA ship.", "A ship.")]
    [InlineData("title=Fog|text=# Fog\n\nA ship.", "A ship.")]
    [InlineData("title=Fog|text=Fog closes port\n\nA ship.", "Fog closes port\n\nA ship.")]
    [InlineData("title=Fog|text=Fog", "")]
    [InlineData("title=Fog|summary=Short.", "Short.")]
    [InlineData("title=Fog|summary=Short.|text=A ship.", "A ship.")]
    public void The_body_is_the_best_text_without_the_headline_above_it(string values, string expected) =>
        Assert.Equal(expected, Read(values).Article.Body);

    [Fact]
    public void A_text_that_is_cut_off_is_noted_beside_other_notices() =>
        Assert.Equal($"the text is cut off, as the interface gives it; {MetadataDate.Unreadable}",
            Read("title=Fog|text=A ship [9 chars]|date=soon").Notice);

    [Fact]
    public void Values_without_headline_and_text_are_no_article() =>
        Assert.Throws<ArticleRecordException>(() => Read("date=2019-11-18|url=https://e.example/1"));

    [Fact]
    public void A_value_that_is_a_page_is_read_as_one_and_completed_by_the_others()
    {
        var (article, _) = Read(
            "html=<!doctype html><p>x</p>|url=https://e.example/1|source=Elster Post|title=ignored",
            (html, url) => new Article { Id = "", Headline = $"{html.Length} {url}", Body = "b" });
        Assert.Equal(("23 https://e.example/1", "Elster Post", "https://e.example/1"), (article.Headline, article.Source, article.Url));
    }

    [Fact]
    public void A_page_without_an_article_is_refused() =>
        Assert.Throws<ArticleRecordException>(() => Read("html=<html></html>", (_, _) => null));

    private static (Article Article, string? Notice) Read(string values, Func<string, string?, Article?>? readPage = null)
    {
        var pairs = values.Split('|').Select(pair => pair.Split('=', 2)).ToList();
        var mapped = new MappedArticle(pairs.ConvertAll(pair => pair[0]), FieldMapping.ByName, readPage ?? ((_, _) => null));
        return mapped.Read(column => pairs[column][1].Length > 0 ? [pairs[column][1]] : []);
    }

    private FieldMapping Given(string json)
    {
        File.WriteAllText(folder.File("mapping.json"), json);
        return FieldMapping.Read(folder.File("mapping.json"));
    }
}
