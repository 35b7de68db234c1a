using AngleSharp.Html.Parser;
using Indexer.Html;

namespace NewsSearch.Tests.Html;

/// <summary>HTML as text, as blocks, and as what is too deep to be walked.</summary>
public sealed class HtmlTests
{
    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("One<br>more<br><br>Two", "One more\n\nTwo")]
    [InlineData("<div>One<p>Two</p>Three</div>", "One\n\nTwo\n\nThree")]
    [InlineData("A <b>ship</b> <a href='x'>ran</a> aground", "A ship ran aground")]
    [InlineData("<p>A <org>Coast <i>Guard</i></org> ship</p><block>ran</block>aground", "A Coast Guard ship\n\nran\n\naground")]
    [InlineData("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo")]
    [InlineData("<table><tr><td>One</td><td>Two</td></tr></table>", "One\n\nTwo")]
    [InlineData("<p>One</p><script>x()</script><style>p{}</style><p>Two</p>", "One\n\nTwo")]
    [InlineData("<p>One</p><iframe>x</iframe><button>Share</button><form>f</form>", "One")]
    [InlineData("One\n\nTwo &amp; more", "One\n\nTwo & more")]
    [InlineData("<b>One</b>\n\n<i>Two</i>", "One\n\nTwo")]
    [InlineData("plain\n\ntext", "plain\n\ntext")]
    [InlineData("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", "One\n\nTwo")]
    [InlineData("It&amp;#39;s", "It's")]
    [InlineData("a &lt; b", "a < b")]
    [InlineData("<span><p>One</p><p>Two</p></span>", "One\n\nTwo")]
    [InlineData("<p></p> <p>\u00A0</p>", "")]
    [InlineData("", "")]
    public void Paragraphs_are_blocks_of_text(string html, string expected) => Assert.Equal(expected, HtmlText.Paragraphs(html));

    [Theory]
    [InlineData("Fog <i>closes</i>\n port", "Fog closes port")]
    [InlineData("Fish &amp; chips", "Fish & chips")]
    [InlineData("1 &lt; 2", "1 < 2")]
    [InlineData("<h1>One</h1><p>Two</p>", "OneTwo")]
    [InlineData("", "")]
    public void A_line_has_no_elements(string html, string expected) => Assert.Equal(expected, HtmlText.Line(html));

    [Fact]
    public void What_is_nested_too_deep_is_read_without_its_tags()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 3000)) + "Fog" + string.Concat(Enumerable.Repeat("</div>", 3000));
        Assert.True(PageNesting.IsTooDeep(html));
        Assert.Equal(("Fog", "Fog"), (HtmlText.Paragraphs(html), HtmlText.Line(html)));
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(300, true)]
    public void A_parsed_page_is_too_deep_beyond_256_elements(int depth, bool expected)
    {
        using var page = new HtmlParser().ParseDocument(string.Concat(Enumerable.Repeat("<div>", depth)) + "x");
        Assert.Equal(expected, PageNesting.IsTooDeep(page));
        Assert.Equal(expected, Record.Exception(() => PageNesting.Check(page)) is PageNestingException);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("<a/>", 0)]
    [InlineData("<a>x</a>", 1)]
    [InlineData("<a><b/><c><d></d></c></a>", 3)]
    [InlineData("<?xml version='1.0'?><!-- <x> --><a></a>", 2)]
    [InlineData("a < b", 0)]
    public void The_depth_of_XML_is_counted_by_its_tags(string xml, int expected) => Assert.Equal(expected, MarkupDepth.OfXml(xml));

    [Theory]
    [InlineData("<div><div></div></div>", 2)]
    [InlineData("<div><p>a<p>b<br><img></div>", 1)]
    [InlineData("<script>'<div><div>'</script><div>", 1)]
    [InlineData("<SCRIPT>'<div><div>'</SCRIPT><div>", 1)]
    [InlineData("</div></div><div>", 1)]
    [InlineData("<script><div>", 0)]
    public void The_depth_of_HTML_counts_elements_that_have_to_end(string html, int expected) =>
        Assert.Equal(expected, MarkupDepth.OfHtml(html));

    [Theory]
    [InlineData("<h2>Fog</h2>", "Heading")]
    [InlineData("<ul><li>Fog</li></ul>", "ListItem")]
    [InlineData("<blockquote><p>Fog</p></blockquote>", "Quotation")]
    [InlineData("<pre>Fog</pre>", "Preformatted")]
    [InlineData("<table><tr><td>Fog</td></tr></table>", "Cell")]
    [InlineData("<figure><figcaption>Fog</figcaption></figure>", "Caption")]
    [InlineData("<p>Fog</p>", "Paragraph")]
    [InlineData("<p><b>Fog</b></p>", "Paragraph")]
    public void A_block_has_the_kind_of_the_elements_around_it(string html, string kind)
    {
        var block = Assert.Single(Blocks(html));
        Assert.Equal((kind, "Fog"), (block.Kind.ToString(), block.Text));
    }

    [Theory]
    [InlineData("<p>Fog</p>", 0)]
    [InlineData("<p><a href='x'>Fog</a></p>", 1)]
    [InlineData("<p>four<a href='x'>four</a></p>", 0.5)]
    public void Link_density_is_the_part_of_a_block_that_is_links(string html, double expected) =>
        Assert.Equal(expected, Assert.Single(Blocks(html)).LinkDensity);

    [Fact]
    public void A_block_without_text_has_no_links() => Assert.Equal(0, (Blocks("<p>x</p>")[0] with { Text = "" }).LinkDensity);

    private static List<TextBlock> Blocks(string html) => TextBlocks.Of(new HtmlParser().ParseDocument(html).Body!);
}
