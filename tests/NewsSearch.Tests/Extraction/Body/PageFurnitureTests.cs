using Indexer.Extraction.Body;
using Indexer.Html;

namespace NewsSearch.Tests.Extraction.Body;

public sealed class PageFurnitureTests
{
    [Theory]
    [InlineData("<script>x</script>")]
    [InlineData("<nav>x</nav>")]
    [InlineData("<select><option>x</select>")]
    [InlineData("<div hidden>x</div>")]
    [InlineData("<div aria-hidden=true>x</div>")]
    [InlineData("<div class=comments>x</div>")]
    public void Removes_elements_without_text_to_read_at_every_degree(string html)
    {
        foreach (var removal in Enum.GetValues<FurnitureRemoval>())
            Assert.Equal("text", Left(html, removal));
    }

    [Theory]
    [InlineData("<aside>x</aside>")]
    [InlineData("<footer>x</footer>")]
    [InlineData("<form>x</form>")]
    [InlineData("<header><h2>x</h2></header>")]
    [InlineData("<div class=share-bar>x</div>")]
    [InlineData("<div style='display: none'>x</div>")]
    [InlineData("<div style='Visibility:Hidden'>x</div>")]
    public void Removes_what_is_around_an_article_unless_told_not_to(string html)
    {
        Assert.Equal("text", Left(html, FurnitureRemoval.All));
        Assert.Equal("xtext", Left(html, FurnitureRemoval.None));
    }

    [Theory]
    [InlineData("<header><p>x</p></header>")]
    [InlineData("<blockquote class=tweet>x</blockquote>")]
    [InlineData("<div class=widget><p itemprop=articleBody>x</p></div>")]
    [InlineData("<div class=comments><h1>x</h1></div>")]
    [InlineData("<div class=story-body>x</div>")]
    public void Keeps_what_may_be_the_article(string html) => Assert.Equal("xtext", Left(html, FurnitureRemoval.None));

    [Fact]
    public void A_careful_removal_keeps_an_element_with_much_of_the_text()
    {
        Assert.Equal("xxxxtext", Left("<div class=widget>xxxx</div>", FurnitureRemoval.Careful));
        Assert.Equal("text", Left("<div class=widget>x</div>", FurnitureRemoval.Careful));
    }

    private static string Left(string html, FurnitureRemoval removal)
    {
        var body = TestPage.Of(html + "<p>text</p>").Body!;
        PageFurniture.Remove(body, removal);
        return string.Concat(TextBlocks.Of(body).Select(block => block.Text));
    }
}
