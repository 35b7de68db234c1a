using System.Text;
using Indexer.Archives;
using Indexer.Records;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Archives;

/// <summary>
/// Texts of news pages, with what sites put around an article: it is read without, and every headline of a ticker is one.
/// </summary>
public sealed class ScrapedPageTests
{
    private const string First = "A ship ran aground in the fog near the pier on Friday, the port authority said.";
    private const string Second = "Nobody was hurt, but the ferries to the islands will not go before the weekend.";

    [Theory]
    [InlineData("menus, cookies, buttons and links",
        "Skip to main content\nHome\nNews\nWe use cookies to improve this.\nAccept\n\nFog closes port again\nBy Jane Doe\n"
        + "18 November 2019\nShare\nTweet\n{0}\n{1}\nRelated stories\nKeeper of the light retires\n\u00A9 2019 Elster Post\n",
        "2019-11-18", 0)]
    [InlineData("text after links",
        "Home | News | Sport\nFog closes port again\n{0}\nMost read\nKeeper of the light retires\nA list of ships\n{1}\n5 min read\n",
        null, 0)]
    [InlineData("a trail, and when it was changed",
        "Home > News > Local\nFog closes port again\n5 min read\nUpdated 3:15 PM EST, Tue March 16, 2021\n\n{0}\n\n{1}\n", null, 0)]
    [InlineData("a ticker below",
        "Fog closes port again\n\n{0}\n\n{1}\n\nShare this article\n\n- 12:20Keeper retires\n- 12:05Gulls return\n", null, 2)]
    [InlineData("a ticker in brackets",
        "[12:20] Keeper retires\n[9:05] Gulls return\nLike us on Facebook\nFog closes port again\n{0}\n{1}\n", null, 2)]
    [InlineData("a ticker with days",
        "- 14 Mar 12:20 Keeper retires\n- 18.11.2019 9:05 Gulls return\nFollow us on Twitter\nFog closes port again\n{0}\n{1}\n", null,
        2)]
    [InlineData("a ticker without marks",
        "12:20 Keeper retires\n12.05 Gulls return\nSeuraa meit\u00E4 Facebookissa\nFog closes port again\n{0}\n{1}\n", null, 2)]
    [InlineData("a name above the day",
        "- 12:20Keeper retires\nHome | News | Sport\nFog closes port again\nJane Doe\nPublished 18 November 2019, 10:15\n{0}\n"
        + "Read more: Keeper retires\nAdvertisement\n{1}\nTags: fog, port\nCopyright 2019 Elster Post. All rights reserved.\n",
        "2019-11-18", 1)]
    [InlineData("the title of the window",
        "Fog closes port again - Elster Post\nMenu\nElster Post of the coast\nFog closes port again\nThe other news of today\n"
        + "More of the same\nAnd some more of it\nSearch\n{0}\n{1}\n",
        null, 0)]
    public void Is_read_as_its_article(string name, string page, string? published, int ticker)
    {
        var articles = Articles(page.Replace("{0}", First, StringComparison.Ordinal).Replace("{1}", Second, StringComparison.Ordinal));
        Assert.Equal((name, $"{First}\n\n{Second}"), (name, articles[^1].Body));
        Assert.Equal(("Fog closes port again", published), (articles[^1].Headline, articles[^1].Published.Date?.ToString()));
        Assert.Equal(ticker, articles.Count - 1);
        Assert.All(articles.SkipLast(1), headline => Assert.NotNull(headline.Published.TimeOfDay));
    }

    [Fact]
    public void Text_without_signs_of_sentences_is_kept()
    {
        var text = string.Concat(Enumerable.Repeat("\u0E40\u0E23\u0E37\u0E2D\u0E40\u0E01\u0E22\u0E15\u0E37\u0E49\u0E19", 25));
        Assert.Equal(text, Articles($"- 12:20Keeper retires\nFog closes port again\n{text}\nHome\n")[^1].Body);
    }

    [Fact]
    public void A_sentence_that_begins_with_updated_is_text() =>
        Assert.StartsWith("Updated rules for ships\n\n",
            Articles(
                $"- 12:20Keeper retires\nFog closes port again\n{First}\nUpdated rules for ships\n{Second}\n")[^1].Body[(First.Length
                    + 2)..],
            StringComparison.Ordinal);

    [Fact]
    public void A_ticker_that_says_the_day_has_it()
    {
        var articles = Articles("- 14 Mar 12:20 Keeper retires\n- 18.11.2019 9:05 Gulls return\n");
        Assert.Equal([null, "2019-11-18"], articles.Select(article => article.Published.Date?.ToString()));
        Assert.Equal(["12:20", "09:05"], articles.Select(article => article.Published.TimeOfDayText));
    }

    [Theory]
    [InlineData("12:20 Keeper retires\n\n{0}\n")]
    [InlineData("The times of the ferry\n\n{0}\n\nHome\n")]
    public void One_sign_alone_makes_no_page_of_a_text(string text) =>
        Assert.DoesNotContain(new ArchiveFile(new ArchiveReaders())
            .Read("file", new MemoryStream(Encoding.UTF8.GetBytes(text.Replace("{0}", First, StringComparison.Ordinal)))), reading =>
                reading.Reader == "scraped-page");

    private static List<Article> Articles(string page) =>
        [.. new ArchiveFile(new ArchiveReaders())
            .Read("file", new MemoryStream(Encoding.UTF8.GetBytes(page)))
            .Select(reading => Assert.IsType<Reading.Read>(reading))
            .Select(read =>
        {
            Assert.Equal("scraped-page", read.Reader);
            return read.Article;
        })];
}
