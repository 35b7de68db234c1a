using System.Text;
using Indexer.Archives;
using Indexer.Records;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Extraction;

/// <summary>A page that holds several articles gives each of them; one that only lists articles gives none.</summary>
public sealed class PagePartsTests
{
    private const string Pier =
        "<p>The harbour council of Ostmere voted on Tuesday to rebuild the old ferry pier, which had been closed since a winter storm "
        + "tore away its outer section.</p><p>Councillor Hedda Brink said the work would cost four million crowns and that half of the "
        + "sum had been promised.</p>";
    private const string Shops =
        "<p>Shopkeepers on the island welcomed the decision. They have had to bring in their goods on a fishing boat for eleven "
        + "months.</p><p>The opposition argued that a road bridge would be cheaper in the long run, but its motion was lost by nine votes "
        + "to five.</p>";

    [Theory]
    [InlineData(
        """<article itemscope itemtype="http://schema.org/NewsArticle"><h2 itemprop="headline">{0}</h2><time itemprop="datePublished" datetime="{1}">{1}</time><div itemprop="articleBody">{2}</div></article>""")]
    [InlineData("""<article><h2>{0}</h2><time datetime="{1}">{1}</time>{2}</article>""")]
    [InlineData("""<article><h1>{0}</h1><p class="byline">By Nils Arden, {1}</p>{2}</article>""")]
    [InlineData(
        """<div class="post"><h2><a href="/{1}">{0}</a></h2><div>Posted on {1}</div>{2}<div><a href="/{1}#comments">3 comments</a></div></div>""")]
    [InlineData("""<div class="page"><article><header><h2>{0}</h2><span class="date">{1}</span></header><div>{2}</div></article></div>""")]
    public void Several_articles_are_as_many_records(string form)
    {
        var page =
            $"""<!DOCTYPE html><html lang="en"><head><title>Briefs | Ostmere Courier</title><meta property="og:site_name" content="Ostmere Courier"></head><body><nav><a href="/">Home</a></nav><main>{Part(form, "Ferry pier to be rebuilt", "2024-02-12", Pier)}{Part(form, "Island shops reopen", "2024-02-11", Shops)}</main></body></html>""";
        var articles = Articles(page);
        Assert.Equal([("Ferry pier to be rebuilt", "2024-02-12"), ("Island shops reopen", "2024-02-11")],
            articles.Select(article =>
            (article.Headline,
            article.Published.Date?.FirstDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "")));
        Assert.All(articles, article => Assert.Equal(2, article.Body.Split("\n\n").Length));
        Assert.All(articles, article => Assert.Equal(("Ostmere Courier", "en"), (article.Source, article.Language)));
    }

    [Fact]
    public void A_page_that_goes_on_with_the_next_article_keeps_its_own_apart()
    {
        var page =
            $"""<!DOCTYPE html><html lang="en"><head><title>Ferry pier to be rebuilt | Ostmere Courier</title><meta property="og:type" content="article"><meta property="article:published_time" content="2024-02-12T08:00:00Z"><link rel="canonical" href="https://courier.example/pier"></head><body><article><h1>Ferry pier to be rebuilt</h1>{Pier}<time datetime="2024-02-12">12 Feb 2024</time></article><article><h1>Island shops reopen</h1><time datetime="2024-02-11">11 Feb 2024</time>{Shops}</article></body></html>""";
        var articles = Articles(page);
        Assert.Equal(["https://courier.example/pier", null], articles.Select(article => article.Url));
        Assert.Equal(["2024-02-12T08:00:00Z", "2024-02-11"], articles.Select(article => article.Published.Date?.ToString()));
        Assert.All(articles, article => Assert.Equal(2, article.Body.Split("\n\n").Length));
    }

    [Theory]
    [InlineData(
        """<div class="card"><h2><a href="/{0}">Ferry pier number {0}</a></h2><p>What the council has to say of it.</p><span>1 Aug 2025</span></div>""")]
    [InlineData("""<article><h3><a href="/{0}">Ferry pier number {0}</a></h3><time datetime="2025-08-01">1 Aug</time></article>""")]
    [InlineData(
        """<article><h2><a href="/{0}">Ferry pier number {0}</a></h2><p>The harbour council of Ostmere voted on Tuesday to rebuild the old ferry pier.</p><a href="/{0}">Read more</a></article>""")]
    public void A_list_of_articles_is_passed_over(string card)
    {
        var page =
            $"""<!DOCTYPE html><html lang="en"><head><title>Innovation | Ostmere Courier</title><meta property="og:type" content="website"></head><body><main><h1>Innovation</h1>{string.Concat(Enumerable.Range(1, 6).Select(i => card.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)))}</main></body></html>""";
        Assert.Equal("a list of articles, with none of its own", Assert.IsType<Reading.PassedOver>(Assert.Single(Readings(page))).Reason);
    }

    [Theory]
    [InlineData("related articles in full",
        """<aside><article><h2>Island shops reopen</h2><time datetime="2024-02-11">11 Feb</time>{0}</article></aside>""")]
    [InlineData("teasers below the article",
        """<article><h2><a href="/shops">Island shops reopen</a></h2><time datetime="2024-02-11">11 Feb</time>{0}<a href="/shops">Read more</a></article>""")]
    [InlineData("comments",
        """<section class="comments"><article class="comment"><h3>Tove</h3><time datetime="2024-02-13">13 Feb</time>{0}</article></section>""")]
    public void What_stands_beside_an_article_is_no_article_of_the_page(string what, string beside)
    {
        var page =
            $"""<!DOCTYPE html><html lang="en"><head><title>Ferry pier to be rebuilt | Ostmere Courier</title></head><body><article><h1>Ferry pier to be rebuilt</h1><time datetime="2024-02-12">12 Feb 2024</time>{Pier}{Pier}</article>{beside.Replace("{0}", Shops, StringComparison.Ordinal)}</body></html>""";
        Assert.True(Articles(page) is [{ Headline: "Ferry pier to be rebuilt" }], what);
    }

    [Fact]
    public void The_entries_of_a_ticker_are_one_article()
    {
        var entries =
            string.Concat(Enumerable.Range(10, 4)
            .Select(hour =>
            $"""<article><h2>Storm at {hour}</h2><time datetime="2024-02-12T{hour}:00:00Z">{hour}:00</time>{Pier}</article>"""));
        Assert.Single(
            Articles(
                $"""<!DOCTYPE html><html><head><title>Live: storm hits Ostmere</title></head><body><h1>Live: storm hits Ostmere</h1>{entries}</body></html>"""));
    }

    private static string Part(string form, string headline, string day, string text) =>
        form.Replace("{0}", headline, StringComparison.Ordinal).Replace("{1}", day, StringComparison.Ordinal)
        .Replace("{2}", text, StringComparison.Ordinal);

    private static List<Article> Articles(string page) =>
        [.. Readings(page).Select(reading => Assert.IsType<Reading.Read>(reading).Article)];

    private static IEnumerable<Reading> Readings(string page) =>
        new ArchiveFile(new ArchiveReaders()).Read("page", new MemoryStream(Encoding.UTF8.GetBytes(page)));
}
