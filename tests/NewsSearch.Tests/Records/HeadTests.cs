using System.Text;
using Indexer.Records;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Records;

/// <summary>What the first bytes of a file tell, and what readers share beyond them.</summary>
public sealed class HeadTests
{
    [Theory]
    [InlineData("<rss version='2.0'>", "rss")]
    [InlineData("<?xml version='1.0'?><!-- c --><!DOCTYPE nitf SYSTEM 'n.dtd'><nitf>", "nitf")]
    [InlineData("<!DOCTYPE a [<!ELEMENT a ANY>]>\n<a>", "a")]
    [InlineData("<atom:feed xmlns:atom='a'>", "feed")]
    [InlineData("<TEI.2>", "TEI.2")]
    [InlineData("<a/>", "a")]
    [InlineData("<!-- by us --><?xml version='1.0'?><rss>", "rss")]
    [InlineData("<br />\n<b>Warning</b>: no connection in x.php<br />\n<?xml version='1.0'?><rss>", "rss")]
    [InlineData("PHP Notice: undefined in x.php\n<rss>", "rss")]
    [InlineData("text", null)]
    [InlineData("< a>", null)]
    [InlineData("<a", null)]
    [InlineData("", null)]
    public void The_root_of_XML_is_its_first_element(string content, string? expected) => Assert.Equal(expected, XmlRoot.Of(content));

    [Theory]
    [InlineData("  <a>", 2)]
    [InlineData("<a>", 0)]
    [InlineData("\uFEFF<a>", 1)]
    [InlineData("<!-- c --><?xml version='1.0'?><a>", 10)]
    public void XML_begins_behind_what_servers_put_before_it(string content, int expected) =>
        Assert.Equal(expected, XmlRoot.BeginOf(content));

    [Theory]
    [InlineData("""{"a":1,"b":{"c":2},"d":[{"e":3}]}""", "a b d")]
    [InlineData("""[{"a":1},{"b":2}]""", "a")]
    [InlineData("""{"a":1,"b":"cut""", "a b")]
    [InlineData("""{"a":1,,}""", "a")]
    [InlineData("\uFEFF {\"a\":1}", "a")]
    [InlineData("""["a"]""", "")]
    [InlineData("""[[{"a":1}]]""", "a")]
    [InlineData("""{}""", "")]
    [InlineData("a: 1", "")]
    public void The_names_of_JSON_are_the_members_of_its_first_object(string json, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), JsonNames.Of(Encoding.UTF8.GetBytes(json)).Order());

    [Theory]
    [InlineData("text with\ttabs\r\nand lines\f", false)]
    [InlineData("\u001B(B escapes", false)]
    [InlineData("\u0000\u0001\u0002 bytes", true)]
    public void A_file_with_many_control_characters_is_binary(string content, bool expected) =>
        Assert.Equal(expected, Head(content).IsBinary);

    [Fact]
    public void A_few_zeros_do_not_make_a_long_text_binary() => Assert.False(Head("\0\0" + new string('a', 200)).IsBinary);

    [Fact]
    public void The_content_of_a_head_begins_with_its_first_sign()
    {
        var head = Head("\uFEFF \r\n<rss>");
        Assert.Equal(("<rss>", "rss"), (head.Content, head.XmlRoot));
        Assert.StartsWith(" \r\n", head.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\nb\tc", "a\nb\tc")]
    [InlineData("a\u0001b", "a\uFFFDb")]
    public void A_snippet_shows_control_characters(string text, string expected) => Assert.Equal(expected, Reading.SnippetOf(text));

    [Fact]
    public void A_snippet_has_at_most_200_characters()
    {
        Assert.Equal(200, Reading.SnippetOf(new string('a', 500)).Length);
        Assert.Equal(200, Reading.SnippetOf(Encoding.ASCII.GetBytes(new string('a', 500))).Length);
    }

    [Theory]
    [InlineData("Fog|A ship.", "Keeper|He was.", true)]
    [InlineData("Fog|A ship.", "Fog|A ship.", false)]
    [InlineData("Fog!|A ship.", "fog|A ship", true)]
    [InlineData("Fog|A ship.", "Fog|Another ship.", false)]
    public void Articles_that_share_an_address_get_ids_of_their_own_if_they_differ(string first, string second, bool haveIds)
    {
        var resolved = SharedAddresses.Resolve([(At(first), null), (At(second), null)]);
        Assert.All(resolved, article => Assert.Equal(haveIds, article.Id.Length > 0));
        Assert.Equal(haveIds, resolved[0].Id != resolved[1].Id);
    }

    [Fact]
    public void A_later_version_of_a_long_text_keeps_the_address()
    {
        var words = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"word{i}"));
        var resolved = SharedAddresses.Resolve([(At($"Fog|{words}"), null), (At($"Fog lifts|{words} and more"), null)]);
        Assert.All(resolved, article => Assert.Equal("", article.Id));
    }

    [Fact]
    public void A_name_that_the_file_gives_makes_an_id_that_the_text_does_not_change()
    {
        var before = SharedAddresses.Resolve([(At("Fog|A ship."), "1"), (At("Keeper|He."), "2")]);
        var after = SharedAddresses.Resolve([(At("Fog lifts|The ship is free."), "1"), (At("Keeper|He."), "2")]);
        Assert.Equal(before.Select(article => article.Id), after.Select(article => article.Id));
    }

    [Fact]
    public void Articles_with_an_id_or_without_an_address_are_left_alone()
    {
        var (known, homeless) = (At("Fog|A.") with { Id = "x" }, At("Keeper|B.") with { Url = null });
        Assert.Equal(["x", ""], SharedAddresses.Resolve([(known, null), (homeless, null)]).Select(article => article.Id));
    }

    private static Article At(string text) =>
        new() { Id = "", Headline = text.Split('|')[0], Body = text.Split('|')[1], Url = "https://e.example/t" };

    private static ArchiveHead Head(string content) => new(Encoding.UTF8.GetBytes(content));
}
