using Indexer.Archives.Json;
using Indexer.Fields;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Archives.Json;

/// <summary>What the members of each JSON format become.</summary>
public sealed class JsonReaderTests
{
    [Theory]
    [InlineData("""{"versioncreated":"x","headline":"Fog"}""", true)]
    [InlineData("""{"uri":"u","type":"text"}""", true)]
    [InlineData("""{"guid":"u","headline":"Fog"}""", true)]
    [InlineData("""{"uri":"u","title":"Fog"}""", false)]
    [InlineData("""{"headlines":{"basic":"Fog"},"content_elements":[]}""", false)]
    public void Ninjs_is_known_by_its_members(string json, bool expected) =>
        Assert.Equal(expected, new NinjsReader().Recognises(SampleFile.Head(json)));

    [Fact]
    public void Ninjs_has_all_that_an_article_has()
    {
        var article = SampleFile.Article(new NinjsReader(), """
            {"uri":"urn:e:1","type":"text","versioncreated":"2019-11-18T09:00:00Z","firstcreated":"2019-11-18T08:05:00Z","language":"en",
            "headline":"Fog <b>closes</b> port","body_html":"<p>A ship.</p>","byline":"By Jane Doe and John Roe","source":"Elster Post",
            "url":"https://e.example/1","section":"News","subject":[{"name":"ships"}],"keywords":["fog"],
            "person":[{"name":"Jane Doe"}],"organisation":[{"name":"Elster Port"}],"place":[{"name":"Elster"}]}
            """.ReplaceLineEndings(""));
        Assert.Equal(("urn:e:1", "Fog closes port", "A ship.", "2019-11-18T08:05:00Z"),
            (article.Id, article.Headline, article.Body, article.Published.Date?.ToString()));
        Assert.Equal(("Elster Post", "https://e.example/1", "en", "News"),
            (article.Source, article.Url, article.Language, article.Section));
        Assert.Equal(["Jane Doe", "John Roe"], article.Authors);
        Assert.Equal(["ships", "fog"], article.Tags);
        Assert.Equal(
            [("Jane Doe", EntityType.Person), ("Elster Port", EntityType.Organization), ("Elster", EntityType.Place)],
            article.Entities.Select(entity => (entity.Name, entity.Type)));
    }

    [Theory]
    [InlineData("""{"headlines":[{"role":"sub","value":"No"},{"role":"main","value":"Fog"}]}""", "Fog", "")]
    [InlineData("""{"headlines":[{"role":"sub","value":"Fog"}]}""", "Fog", "")]
    [InlineData("""{"slugline":"fog","body_text":"A ship."}""", "fog", "A ship.")]
    [InlineData("""{"headline":"Fog","bodies":[{"value":""},{"value":"<p>A ship.</p>"}]}""", "Fog", "A ship.")]
    [InlineData("""{"headline":"Fog","description_text":"Short."}""", "Fog", "Short.")]
    [InlineData("""{"headline":"Fog","body_html":"<p> </p>","body_text":"A ship."}""", "Fog", "A ship.")]
    public void Ninjs_texts_are_looked_for_under_the_names_of_each_version(string json, string headline, string body)
    {
        var article = SampleFile.Article(new NinjsReader(), json);
        Assert.Equal((headline, body), (article.Headline, article.Body));
    }

    [Theory]
    [InlineData("""{"uri":"u","pubstatus":"canceled","headline":"Fog"}""", "-an item that may not be used (pubstatus canceled)")]
    [InlineData("""{"uri":"u","pubstatus":"usable","headline":"Fog"}""", "+Fog")]
    [InlineData("""{"uri":"u","type":"picture"}""", "-an item of the type picture without text")]
    [InlineData("""{"uri":"u","type":"text"}""", "!the item has neither a headline nor a text")]
    [InlineData("""{"data":{"items":[{"item":{"headline":"Fog"}},{"item":{"headline":"Keeper"}}]}}""", "+Fog|+Keeper")]
    [InlineData("""{"items":[{"pubstatus":"withheld"},{"pubstatus":"canceled"}]}""", "-items that may not be used (pubstatus)")]
    public void Ninjs_items_are_articles_unless_they_say_otherwise(string json, string expected) =>
        Assert.Equal(expected, string.Join('|', SampleFile.Read(new NinjsReader(), json).Select(SampleFile.Short)));

    [Theory]
    [InlineData("""{"items":[],"home_page_url":"u"}""", true)]
    [InlineData("""{"version":"https://jsonfeed.org/version/1","title":"E","items":[]}""", true)]
    [InlineData("""{"items":[],"title":"E"}""", false)]
    public void A_JSON_feed_is_known_by_its_members(string json, bool expected) =>
        Assert.Equal(expected, new JsonFeedReader().Recognises(SampleFile.Head(json)));

    [Fact]
    public void Items_of_a_JSON_feed_complete_themselves_by_the_feed()
    {
        var articles = SampleFile.Articles(new JsonFeedReader(), """
            {"title":"Elster Post","language":"en","feed_url":"https://e.example/feed.json","items":[
            {"id":"1","url":"/1","title":"Fog","content_html":"<p>A ship.</p>","authors":[{"name":"Jane Doe"}],"tags":["a"]},
            {"id":"2","title":"Keeper","language":"de","author":{"name":"John Roe"}},
            {"id":"3"}]}
            """.ReplaceLineEndings(""));
        Assert.Equal(["Fog en https://e.example/1 Jane Doe", "Keeper de  John Roe"],
            articles.Select(article => $"{article.Headline} {article.Language} {article.Url} {string.Join(',', article.Authors)}"));
        Assert.All(articles, article => Assert.Equal("Elster Post", article.Source));
    }

    [Theory]
    [InlineData("""{"home_page_url":"u","items":7}""", "!the feed has no list of items")]
    [InlineData("[1]", "")]
    [InlineData("{\"items\":[],\"home_page_url\":\"u\"}", "")]
    public void A_JSON_feed_without_items_gives_none(string json, string expected) =>
        Assert.Equal(expected, string.Join('|', SampleFile.Read(new JsonFeedReader(), json).Select(SampleFile.Short)));

    [Theory]
    [InlineData("""["Jane Doe","Www.Elster.Com","By","e.example","12"]""", "Jane Doe")]
    [InlineData("""["Jane Doe","Jane Doe"]""", "Jane Doe")]
    [InlineData("\"Jane Doe\"", "Jane Doe")]
    [InlineData("[]", "")]
    public void Authors_of_news_please_are_names(string authors, string expected)
    {
        var json =
            $$"""{"title":"Fog","maintext":"A ship.","date_publish":"2019-11-18 """
            + $$"""09:05:00","source_domain":"e.example","authors":{{authors}}}""";
        Assert.Equal(expected, string.Join('|', SampleFile.Article(new NewsPleaseReader(), json).Authors));
    }

    [Theory]
    [InlineData("""{"date_publish":"x","maintext":"y"}""", true)]
    [InlineData("""{"date_download":"x","source_domain":"y"}""", true)]
    [InlineData("""{"date_publish":"x","title":"y"}""", false)]
    public void News_please_is_known_by_its_members(string json, bool expected) =>
        Assert.Equal(expected, new NewsPleaseReader().Recognises(SampleFile.Head(json)));

    [Theory]
    [InlineData("{\"title\":\"a\",\"text\":\"b\",\"status\":\"draft\"}", "-a post that is not published (draft)")]
    [InlineData("{\"title\":\"a\",\"text\":\"b\",\"status\":\"publish\"}", "+a")]
    [InlineData("{\"index\":{\"_id\":\"1\"}}", "-a line of a bulk file that says what to do with the next")]
    [InlineData("7", "!the record is not a JSON object; expected { and }")]
    [InlineData("{\"date\":\"2019\"}", "!the record has neither headline nor text")]
    public void Other_JSON_is_an_article_by_the_names_of_its_members(string json, string expected) =>
        Assert.Equal(expected, string.Join('|', SampleFile.Read(new MappedJsonReader(FieldMapping.ByName), json).Select(SampleFile.Short)));

    [Fact]
    public void Records_may_change_their_members_from_one_to_the_next()
    {
        var articles = SampleFile.Articles(new MappedJsonReader(FieldMapping.ByName),
            "{\"title\":\"Fog\",\"text\":\"A.\"}\n{\"text\":\"B.\",\"headline\":\"Keeper\"}\n{\"title\":\"Gulls\",\"text\":\"C.\"}\n");
        Assert.Equal(["Fog A.", "Keeper B.", "Gulls C."], articles.Select(article => $"{article.Headline} {article.Body}"));
    }

    [Theory]
    [InlineData("{\"headline\":\"a\",\"published\":\"soon\"}")]
    [InlineData("{\"headline\":7}")]
    [InlineData("{\"published\":\"2019\"}")]
    public void Article_records_are_read_strictly(string json) =>
        Assert.StartsWith("!", SampleFile.Short(Assert.Single(SampleFile.Read(new ArticleRecordReader(), json))), StringComparison.Ordinal);
}
