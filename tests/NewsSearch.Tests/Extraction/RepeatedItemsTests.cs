using System.Globalization;
using Indexer.Extraction;

namespace NewsSearch.Tests.Extraction;

/// <summary>
/// A short article among many texts of others: comments, reviews, other entries of a list, whatever their elements are called.
/// </summary>
public sealed class RepeatedItemsTests
{
    private const string First =
        "The harbour of Elster was closed on Friday morning after a ship ran aground in thick fog near the northern pier.";
    private const string Second = "Nobody was hurt, the port authority said, and tugs will try to free the ship at high water tonight.";

    [Theory]
    [InlineData("""<div class="c"><b>Anna{0}a</b> <span>March {1}, 2021</span><p>{2}</p></div>""")]
    [InlineData("""<div class="x{0} odd"><div>Anna{0}a</div><div>{1} hours ago</div><div>{2}</div><a href="/r">Reply</a></div>""")]
    [InlineData("""<li id="c{0}"><cite>Anna{0}a says:</cite><p>{2}</p></li>""")]
    [InlineData("""<section><h4>Anna{0}a</h4><time datetime="2021-03-{1}">5 March 2021</time><p>{2}</p><p>{2}</p></section>""")]
    [InlineData("""<div class="comment"><span>Anna{0}a</span><p>{2}</p></div>""")]
    [InlineData("""<div class="review"><div>Anna{0}a, vor {1} Tagen</div><div>★★★★☆</div><p>{2}</p></div>""")]
    public void Texts_of_readers_are_not_the_article(string form)
    {
        var thread = string.Concat(Enumerable.Range(10, 15)
            .Select(i => form.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{1}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{2}",
                $"I have sailed past that pier {i} times and never understood why nobody put a light on it, which would cost next to "
                + $"nothing.",
                StringComparison.Ordinal)));
        foreach (var wrapper in (string[])["<div>{0}</div>", "<ol>{0}</ol>", "<div id=\"comments\">{0}</div>",
            "<div class=\"widget\">{0}</div>", "{0}"])
        {
            var body = PageArticle.Read(
                $"""<html><head><title>Fog closes port</title></head><body><div class="post"><h1>Fog closes port</h1><p>{First}</p><p>{Second}</p></div>{wrapper.Replace("{0}", thread, StringComparison.Ordinal)}</body></html>""",
                null)!.Body;
            Assert.Equal($"{First}\n\n{Second}", body);
        }
    }

    [Theory]
    [InlineData("""<div class="item"><h2>{0}</h2><p>{1}</p><p>{2}</p></div>""")]
    [InlineData("""<div class="item n{3}"><header><h2><a href="/{3}">{0}</a></h2></header><div><p>{1}</p><p>{2}</p></div></div>""")]
    [InlineData("""<li><h2>{0}</h2>{1}<br><br>{2}</li>""")]
    public void Other_entries_of_the_same_make_are_not_the_article(string form)
    {
        string Item(int number, string headline, string first, string second) =>
            form.Replace("{0}", headline, StringComparison.Ordinal).Replace("{1}", first, StringComparison.Ordinal)
            .Replace("{2}", second, StringComparison.Ordinal)
            .Replace("{3}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var others = string.Concat(Enumerable.Range(2, 5)
            .Select(i => Item(i, $"Ferry number {i} is late again",
            $"The ferry number {i} left the island two hours late, since its captain was looking for his dog, which had gone ashore "
            + $"without him.",
            "All that waited on the pier were given soup, and nobody minded, as the weather was fine and the soup good.")));
        var body = PageArticle.Read(
            $"""<html><head><title>Fog closes port today - Elster</title></head><body><div class="list">{Item(1, "Fog closes port today", First, Second)}{others}</div></body></html>""",
            null)!.Body;
        Assert.Equal($"{First}\n\n{Second}", body);
    }

    [Theory]
    [InlineData(
        """<blockquote><p>{0} I have never seen such fog in all my years at sea, and I have seen a lot of it.</p>Captain {0}, November {0}, 2019</blockquote>""")]
    [InlineData(
        """<div class="entry"><span>{0}:05</span><p>{0} The tugs are still waiting for the water to rise, the port authority says.</p></div>""")]
    [InlineData(
        """<div class="step"><h2>{0}. What to do</h2><p>{0} Wait for the fog to lift, which takes an hour or two at this time of the year.</p></div>""")]
    public void Parts_of_an_article_that_are_of_one_make_stay(string form)
    {
        var parts = string.Concat(Enumerable.Range(10, 5)
            .Select(i => form.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        var body = PageArticle.Read(
            $"""<html><head><title>Fog closes port</title></head><body><article><h1>Fog closes port</h1><p>{First}</p>{parts}<p>{Second}</p></article></body></html>""",
            null)!.Body;
        Assert.All(Enumerable.Range(10, 5),
            i => Assert.Contains(i.ToString(CultureInfo.InvariantCulture) + " ", body, StringComparison.Ordinal));
        Assert.StartsWith(First, body, StringComparison.Ordinal);
        Assert.EndsWith(Second, body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thread_that_is_all_the_page_has_is_read() =>
        Assert.Contains("never understood",
            PageArticle.Read(
            $"""<html><head><title>Light on the pier</title></head><body><h1>Light on the pier</h1>{string.Concat(Enumerable.Range(10, 5).Select(i => $"<div class=p><span>Reader {i}, March {i}, 2021</span><p>I have sailed past that pier {i} times and never understood why nobody put a light on it.</p></div>"))}</body></html>""",
            null)!.Body,
            StringComparison.Ordinal);
}
