using Indexer.Extraction.Metadata;

namespace NewsSearch.Tests.Extraction.Metadata;

public sealed class LinkedDataTests
{
    [Theory]
    [InlineData("""{"@type":"NewsArticle","headline":"Fog"}""", "Fog")]
    [InlineData("""{"@type":["Thing","BlogPosting"],"headline":["Fog"]}""", "Fog")]
    [InlineData("""{"@graph":[{"@type":"WebPage"},{"@type":"Article","headline":{"@value":"Fog"}}]}""", "Fog")]
    [InlineData("""{"@type":"WebPage","mainEntity":{"@type":"Report","headline":"Fog"}}""", "Fog")]
    [InlineData("""[{"@type":"Review","headline":" Fog "}]""", "Fog")]
    [InlineData("""{"@type":"WebPage","headline":"Fog"}""", null)]
    [InlineData("""{"headline":"Fog"}""", null)]
    public void Reads_fields_of_articles(string json, string? expected) => Assert.Equal(expected, Read(json).Text("headline"));

    [Theory]
    [InlineData("// <![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Fog\"}\n// ]]>")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Fog\",}")]
    [InlineData("{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Fog&quot;}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"description\":\"two\nlines\",\"headline\":\"Fog\"}")]
    [InlineData("{\"@type\":\"WebSite\"}{\"@type\":\"NewsArticle\",\"headline\":\"Fog\"}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Fog\"}{broken}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Fog\",\"description\":\"\\ud83d\"}")]
    public void Repairs_common_errors(string json) => Assert.Equal("Fog", Read(json).Text("headline"));

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("{broken")]
    public void Skips_invalid_JSON(string json) => Assert.Null(Read(json).Text("headline"));

    [Theory]
    [InlineData("""{"@type":"Article","author":"Runa Feld"}""", "Runa Feld")]
    [InlineData("""{"@type":"Article","author":{"@type":"Person","name":"Runa Feld"}}""", "Runa Feld")]
    [InlineData("""{"@type":"Article","author":[{"name":"Runa Feld"},"Nils Arden"]}""", "Runa Feld|Nils Arden")]
    [InlineData("""[{"@type":"Article","author":{"@id":"#1"}},{"@id":"#1","@type":"Person","name":"Runa Feld"}]""", "Runa Feld")]
    [InlineData("""{"@type":"Article","author":{"@id":"#2"}}""", "")]
    [InlineData("""{"@type":"Article"}""", "")]
    public void Reads_names(string json, string expected) => Assert.Equal(expected, string.Join('|', Read(json).Names("author")));

    [Fact]
    public void Gives_the_first_field_that_has_a_text() =>
        Assert.Equal("c", Read("""{"@type":"Article","a":"","b":null,"c":"c","d":"d"}""").Text("a", "b", "c", "d"));

    [Fact]
    public void Reads_fields_of_the_page_apart_from_those_of_articles()
    {
        var data = Read("""[{"@type":"WebPage","datePublished":"2019"},{"@type":"Article","datePublished":"2020"}]""");

        Assert.Equal("2019", data.PageText("datePublished"));
        Assert.Equal("2020", data.Text("datePublished"));
    }

    [Fact]
    public void Lists_persons_that_the_page_describes() =>
        Assert.Equal(["Runa Feld"], Read("""{"@graph":[{"@type":"Person","name":"Runa Feld"},{"@type":"Person"}]}""").Persons());

    [Fact]
    public void Drops_articles_that_the_page_only_links_to()
    {
        const string Json = """
            [{"@type":"Article","headline":"Ferry strike ends","author":"Nils Arden"},
             {"@type":"Article","headline":"Fog closes port","author":"Runa Feld"}]
            """;

        Assert.Equal(["Runa Feld"], Read(Json, "<h1>Fog closes port</h1>").Names("author"));
        Assert.Equal(["Nils Arden"], Read(Json).Names("author"));
        Assert.Equal(2, Read(Json).Articles);
    }

    private static LinkedData Read(string json, string body = "") =>
        LinkedData.Of(TestPage.Of(body, $"<script type='application/ld+json'>{json}</script>"));
}
