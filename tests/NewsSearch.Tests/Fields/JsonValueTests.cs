using System.Text.Json;
using Indexer.Fields;

namespace NewsSearch.Tests.Fields;

/// <summary>Texts out of JSON that others wrote.</summary>
public sealed class JsonValueTests
{
    [Theory]
    [InlineData("\" Fog \"", "Fog")]
    [InlineData("12.50", "12.50")]
    [InlineData("""["a","b"]""", "a|b")]
    [InlineData("""["a",["b"],{"name":"c"}]""", "a|b|c")]
    [InlineData("[1,2]", "")]
    [InlineData("""[1,"a"]""", "1|a")]
    [InlineData("""{"name":"Jane Doe","id":7}""", "Jane Doe")]
    [InlineData("""{"rendered":"<p>Fog</p>","protected":false}""", "<p>Fog</p>")]
    [InlineData("""{"$date":{"$numberLong":"1574064300000"}}""", "1574064300000")]
    [InlineData("""{"en-US":"Fog","de_DE":"Nebel"}""", "Fog")]
    [InlineData("""{"id":7}""", "")]
    [InlineData("null", "")]
    [InlineData("true", "")]
    [InlineData("\"  \"", "")]
    public void The_texts_of_a_value_depend_on_its_kind(string json, string expected) =>
        Assert.Equal(expected, string.Join('|', JsonText.All(Parse(json))));

    [Theory]
    [InlineData("""{"a":"","b":"Fog"}""", "Fog")]
    [InlineData("""{"a":["x","y"],"b":"Fog"}""", "x")]
    [InlineData("""{"c":"Fog"}""", null)]
    [InlineData("""["a"]""", null)]
    public void The_first_member_with_a_text_counts(string json, string? expected) =>
        Assert.Equal(expected, JsonText.Of(Parse(json), "a", "b"));

    [Theory]
    [InlineData("""{"tags":["a","b"]}""", "a|b")]
    [InlineData("""{"tags":"a"}""", "a")]
    [InlineData("""{}""", "")]
    [InlineData("[]", "")]
    public void A_list_may_be_one_text(string json, string expected) =>
        Assert.Equal(expected, string.Join('|', JsonText.List(Parse(json), "tags")));

    [Theory]
    [InlineData("""{"a":1,"b":"x"}""", "a b")]
    [InlineData("""{"_id":"1","_source":{"title":"x","body":"y"}}""", "_id title body")]
    [InlineData("""{"headline":{"main":"x","kicker":null}}""", "headline headline.main headline.kicker")]
    [InlineData("""{"fields":{"a":{"b":1}},"c":2}""", "c a a.b")]
    public void Members_of_holders_and_paths_follow_those_of_the_record(string json, string expected) =>
        Assert.Equal(expected, string.Join(' ', JsonMembers.Of(Parse(json)).Select(member => member.Name)));

    [Theory]
    [InlineData("""[{"type":"text","content":"One"},{"type":"image","content":"No"},{"type":"text","content":"Two"}]""", "One\n\nTwo")]
    [InlineData("""{"blocks":[{"type":"paragraph","data":{"text":"One"}}]}""", "One")]
    [InlineData("""[{"type":"p","content":"<b>One</b>"},{"type":"p","content":"Two"}]""", "<p><b>One</b></p><p>Two</p>")]
    [InlineData("""[{"type":"block","children":[{"text":"A "},{"text":"ship"}]}]""", "A ship")]
    [InlineData("""[{"type":"list","items":[{"type":"text","content":"One"},{"type":"text","content":"Two"}]}]""", "One\n\nTwo")]
    [InlineData("""[{"type":"image"}]""", "")]
    [InlineData("""[{"content":"One"}]""", null)]
    [InlineData("""["One"]""", null)]
    [InlineData("""{"type":"doc"}""", null)]
    [InlineData("[]", null)]
    [InlineData("\"One\"", null)]
    public void Blocks_are_paragraphs_if_each_says_its_type(string json, string? expected) =>
        Assert.Equal(expected, ContentBlocks.Text(Parse(json)));

    [Fact]
    public void Blocks_that_are_nested_without_end_are_cut()
    {
        var json = string.Concat(Enumerable.Repeat("""{"type":"a","children":[""", 40))
            + "\"x\""
            + string.Concat(Enumerable.Repeat("]}", 40));
        using var document = JsonDocument.Parse($"[{json}]", new JsonDocumentOptions { MaxDepth = 200 });
        Assert.Equal("", ContentBlocks.Text(document.RootElement));
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
