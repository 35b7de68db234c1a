using Indexer.Extraction;
using Indexer.Html;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Extraction;

public sealed class PageArticleTests
{
    private const string First =
        "The harbour of Elster was closed on Friday morning after a ship ran aground in thick fog near the northern pier.";
    private const string Second = "Nobody was hurt, the port authority said, and tugs will try to free the ship at high water tonight.";

    [Fact]
    public void Tells_the_article_from_the_page_around_it()
    {
        var article = Read($$"""
            <html lang="en-GB"><head><title>Fog closes port | Elster Post</title>
            <meta property="og:title" content="Fog closes port"><meta property="og:site_name" content="Elster Post">
            <link rel="canonical" href="/news/fog">
            <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-11-18T09:05:00+01:00","author":{"@type":"Person","name":"Jane Doe"},"articleSection":"Local"}</script>
            </head><body>
            <nav><a href="/a">News</a><a href="/b">Sport</a></nav>
            <div class="cookie-banner"><p>We use cookies to make this site better for everyone who reads it.</p></div>
            <main><article><p class="kicker">Shipping</p><h1>Fog closes port</h1><p class="byline">By Jane Doe</p>
            <div class="article-body"><p>{{First}}</p><aside><h3>Related</h3><p>Another story that has nothing to do with it, but is long enough to be one.</p></aside>
            <p>{{Second}}</p><p>Read more: <a href="/c">Ferries late again</a></p><figure><figcaption>The ship on Friday. Photo: A. N. Other, who took it from the pier at noon.</figcaption></figure></div>
            </article></main>
            <section class="related"><h3><a href="/d">A teaser</a></h3><p>A teaser of another article, with a sentence that is complete.</p></section>
            <footer><p>All rights reserved by the Elster Post and its owners, whoever they are.</p></footer></body></html>
            """);

        Assert.Equal("Fog closes port", article.Headline);
        Assert.Equal($"{First}\n\n{Second}", article.Body);
        Assert.Equal(
            ("2019-11-18T09:05:00+01:00", DateProvenance.Metadata), (article.Published.Date!.ToString(), article.Published.Provenance));
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(
            ("Elster Post", "Local", "en-GB", "https://elster.example/news/fog"),
            (article.Source, article.Section, article.Language, article.Url));
    }

    [Theory]
    [InlineData(
        """<meta property="article:published_time" content="2019-11-18T09:05:00Z">""", "", "2019-11-18T09:05:00Z",
        DateProvenance.Metadata)]
    [InlineData("", """<time datetime="2019-11-18">18 November</time>""", "2019-11-18", DateProvenance.Text)]
    [InlineData("", "<span>18.11.2019</span>", "2019-11-18", DateProvenance.Text)]
    [InlineData("", """<p>(18. November 2019) Die Stadt hat am Freitag ihren Hafen geschlossen.</p>""", "2019-11-18", DateProvenance.Text)]
    [InlineData(
        """<meta property="article:published_time" content="2019-11-17T23:00Z">""", "<time>18 November 2019</time>", "2019-11-18",
        DateProvenance.Text)]
    [InlineData(
        """<meta property="article:published_time" content="2019-11-18T09:05:00Z">""", "<time>18 November 2019</time>",
        "2019-11-18T09:05:00Z", DateProvenance.Metadata)]
    [InlineData(
        """<meta property="article:published_time" content="2019-11-18T09:05:00Z">""", "<time>20 November 2019</time>",
        "2019-11-18T09:05:00Z", DateProvenance.Metadata)]
    [InlineData(
        """<meta property="article:published_time" content="2019-11-17T21:13:10Z">""", "<time>18.11.2019, 02:43</time>", "2019-11-18",
        DateProvenance.Text)]
    [InlineData(
        """<meta property="article:published_time" content="2019-11-17T21:13:10Z">""", "<time>18.11.2019, 05:01</time>",
        "2019-11-17T21:13:10Z", DateProvenance.Metadata)]
    [InlineData("""<meta property="article:modified_time" content="2020-01-01">""", "", null, DateProvenance.None)]
    [InlineData("", "<p>Fog closes port wurde am 18. November 2019 um 23:03 eingestellt.</p>", "2019-11-18", DateProvenance.Text)]
    [InlineData("", "<p>2 minutes</p><h3>2. What changes from 1 October 2022 on?</h3>", null, DateProvenance.None)]
    [InlineData("", "<h3>Monday, 18 November 2019 - Port</h3>", "2019-11-18", DateProvenance.Text)]
    [InlineData("", "", null, DateProvenance.None)]
    public void Knows_where_a_date_was_found_and_makes_none_up(string head, string underHeadline, string? expected, DateProvenance from)
    {
        var article = Read(
            $"<html><head><title>Fog closes port</title>{head}</head><body><h1>Fog closes "
            + $"port</h1>{underHeadline}<p>{First}</p><p>{Second}</p></body></html>");
        Assert.Equal((expected, from), (article.Published.Date?.ToString(), article.Published.Provenance));
    }

    [Theory]
    [InlineData("""<meta name="author" content="Jane">""", """<p class="byline">By Jane Doe</p>""", "Jane Doe")]
    [InlineData("""<meta name="author" content="janedoe">""", """<p class="byline">By <a>Jane Doe</a></p>""", "Jane Doe")]
    [InlineData("""<meta name="author" content="admin">""", """<p class="byline">By Jane Doe</p>""", "Jane Doe")]
    [InlineData(
        """<meta property="og:site_name" content="Elster Post"><meta name="author" content="EP">""",
        """<p class="byline">By Jane Doe</p>""", "Jane Doe")]
    [InlineData("""<meta property="og:site_name" content="Jane Doe's Blog"><meta name="author" content="Jane Doe">""", "", "Jane Doe")]
    [InlineData("", """<div class="name"><a class="author">Jane Doe</a> <a class="author">John Roe</a></div>""", "Jane Doe|John Roe")]
    [InlineData("", """<p class="byline">Von Wetter-Experte Max Muster</p>""", "Max Muster")]
    [InlineData("", "<h5>Autor:</h5><p>Max Muster</p>", "Max Muster")]
    [InlineData("", """<p class="byline">By Angela do Carmo and Maria di Napoli</p>""", "Angela do Carmo|Maria di Napoli")]
    [InlineData("", """<p class="byline">Von Max Muster Fr, 18. Oktober 2019</p>""", "Max Muster")]
    [InlineData("", "<p>Foto von Max Muster</p>", "")]
    [InlineData(
        "",
        """<ul><li><a href="/people/portraits">Portraits</a></li></ul><p>Datum: 19.11.2021 Autor: Max Muster Quelle: Elster Post</p>""",
        "Max Muster")]
    [InlineData("", """<p class="author">Everything about ships from Elster</p>""", "")]
    [InlineData("", """<p class="byline">By Jane Doe, AP National Political Writer</p>""", "Jane Doe")]
    [InlineData("", """<p class="byline">By Jane Doe and JOHN ROE Associated Press</p>""", "Jane Doe|John Roe")]
    [InlineData("""<meta name="author" content="Jane Doe. Elster International">""", "", "Jane Doe")]
    [InlineData("""<meta name="author" content="Jane Doe, MS, RD">""", "", "Jane Doe")]
    [InlineData("""<meta name="author" content="LD">""", "", "LD")]
    [InlineData("""<meta name="author" content="Prof. Dr. Jane Doe">""", "", "Prof. Dr. Jane Doe")]
    [InlineData("", """<p class="byline">By Jane Doe, November 18th</p>""", "Jane Doe")]
    [InlineData("""<meta property="og:site_name" content="EPN"><meta name="author" content="Jane Doe, EPN Business">""", "", "Jane Doe")]
    [InlineData("", """<a rel="author" href="/humans.txt">humans.txt</a>""", "")]
    [InlineData("", "<p>Von der Fahrbahn abgekommen</p>", "")]
    [InlineData("", """<p class="byline">von mitundvoneinander | 31. Dezember 2008</p>""", "mitundvoneinander")]
    [InlineData(
        """<meta name="author" content="Elster Verlag GmbH, Munich, Germany">""", """<p class="byline">By Jane Doe</p>""", "Jane Doe")]
    [InlineData("""<meta name="author" content="PTI">""", "", "PTI")]
    [InlineData("""<meta name="author" content="Jane Doe, CEO">""", "", "Jane Doe")]
    [InlineData("""<meta name="author" content="publisher">""", """<p class="author">Pixabay</p>""", "")]
    public void Authors_are_people_by_their_whole_names(string head, string underHeadline, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                '|',
                Read(
                    $"<html><head><title>Fog closes port</title>{head}</head><body><h1>Fog closes "
                    + $"port</h1>{underHeadline}<p>{First}</p><p>{Second}</p></body></html>").Authors));

    [Fact]
    public void A_name_that_ends_a_text_signs_it() =>
        Assert.Equal(
            ["Jane Doe"],
            Read(
                $"<html><body><h1>Fog closes port</h1><div><p>{First}</p><p>{Second}</p><p><b><i>Jane "
                + $"Doe</i></b></p></div></body></html>").Authors);

    [Theory]
    [InlineData("//<![CDATA[\n{0}\n//]]>")]
    [InlineData("/*<![CDATA[*/{0}/*]]>*/")]
    [InlineData("<![CDATA[{0}]]>")]
    [InlineData("<!-- {0} -->")]
    [InlineData("{0}{0}")]
    [InlineData("{0},{0}")]
    [InlineData("{{\"@type\":\"WebSite\"}};\n{0};")]
    [InlineData("{0}{{\"@type\": broken")]
    public void Linked_data_may_be_wrapped_or_stand_side_by_side(string script)
    {
        const string Data =
            """{"@type":"NewsArticle","headline":"Fog closes port","datePublished":"2019-11-18","author":{"name":"Jane Doe"}}""";
        foreach (var data in (string[])[Data, Data.Replace("\"", "&quot;", StringComparison.Ordinal)])
        {
            if (data != Data && script.Contains('"', StringComparison.Ordinal))
                continue;
            var article =
                Read(
                    $"""<html><head><title>Fog closes port</title><script type="application/ld+json">{string.Format(System.Globalization.CultureInfo.InvariantCulture, script, data)}</script></head><body><h1>Fog closes port</h1><p>{First}</p><p>{Second}</p></body></html>""");
            Assert.Equal(("2019-11-18", "Jane Doe"), (article.Published.Date?.ToString(), string.Join('|', article.Authors)));
        }
    }

    [Fact]
    public void Linked_data_of_other_articles_is_not_that_of_the_page() =>
        Assert.Null(Read($$"""
            <html><head><title>Fog closes port | Elster Post</title>
            <script type="application/ld+json">[{"@type":"NewsArticle","headline":"Trams return to the old town","datePublished":"2018-01-02"},{"@type":"NewsArticle","headline":"Fog closes port"}]</script>
            </head><body><h1>Fog closes port</h1><p>{{First}}</p><p>{{Second}}</p></body></html>
            """).Published.Date);

    [Theory]
    [InlineData("Elster Post: Fog closes port", "Elster Post", "Fog closes port")]
    [InlineData("Fog closes port : Elster Post", "Elster Post", "Fog closes port")]
    [InlineData("Elster Post -- Fog closes port", "Elster Post", "Fog closes port")]
    [InlineData("Fog closes port @ Elster Post", "Elster Post", "Fog closes port")]
    [InlineData("Fog closes port ~ Elster Post", "Elster Post", "Fog closes port")]
    [InlineData("Elster Post | Fog closes port", "Elster Post", "Fog closes port")]
    [InlineData("Elster Evening Post | Fog closes port", null, "Fog closes port")]
    [InlineData("Elster Evening Post - Fog closes port", null, "Fog closes port")]
    [InlineData("Fog closes port - Elster Evening Post", null, "Fog closes port")]
    [InlineData("News - Harbour - Fog closes port - Elster Post", "Elster Post", "Fog closes port")]
    [InlineData("News » Fog closes port", null, "Fog closes port")]
    [InlineData("Fog closes port - ship aground - Elster Post", "Elster Post", "Fog closes port - ship aground")]
    [InlineData("Elster Post's best pictures of fog", "Elster Post", "Elster Post's best pictures of fog")]
    public void The_title_of_a_window_loses_the_names_of_sites_and_sections(string title, string? site, string expected)
    {
        var name = site is null ? "" : $"""<meta property="og:site_name" content="{site}">""";
        Assert.Equal(expected,
            Read(
                $"""<html><head><title>{title}</title>{name}</head><body><ul><li><a href="/n">News</a></li><li><a href="/h">Harbour</a></li></ul><div><p>{First}</p><p>{Second}</p><p>The fog closes in, and no ship leaves the port.</p></div></body></html>""").Headline);
    }

    [Theory]
    [InlineData("""<p><a href="/live">{0}</a></p>""", true)]
    [InlineData("""<p><a href="/live"><strong>{0}</strong></a></p>""", true)]
    [InlineData("""<p>She said: <a href="/live">{0}</a></p>""", true)]
    [InlineData("""<blockquote><a href="/live">{0}</a></blockquote>""", true)]
    [InlineData("""<p><a href="/1">{0}</a></p><p><a href="/2">{0}</a></p>""", true)]
    [InlineData("""<p><a href="/1">{0}</a></p><p><a href="/2">{0}</a></p><p><a href="/3">{0}</a></p>""", false)]
    [InlineData("""<p><a href="/1">READ MORE: {0}</a></p>""", false)]
    [InlineData("""<ul><li><a href="/1">{0}</a></li></ul>""", false)]
    [InlineData("""<p><a href="/1">Island shops reopen after eleven months</a></p>""", false)]
    public void A_sentence_between_two_paragraphs_is_text_though_it_is_a_link(string between, bool isKept)
    {
        const string Sentence =
            "Councillor Hedda Brink said the work would cost four million crowns, provided that the first piles are driven before the end "
            + "of the summer.";
        var body = Read(
            $"<html><body><article><h1>Fog closes "
            + $"port</h1><p>{First}</p><p>{First}</p>{string.Format(System.Globalization.CultureInfo.InvariantCulture, between, Sentence)}<p>{Second}</p><p>{Second}</p></article></body></html>").Body;
        Assert.Equal((true, isKept), (body.Contains(Second, StringComparison.Ordinal), body.Contains(Sentence, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("<title>Elster Post - detail</title>", """<h1 class="sr-only">detail</h1><h1>Fog closes port</h1>""")]
    [InlineData(
        "<title>Fog closes port | Elster Post</title>", """<h1><span class="visually-hidden">Headline: </span>Fog closes port</h1>""")]
    [InlineData(
        "<title>Elster Post</title>",
        """<h1><a href="https://web.archive.org/web/2014/http://elster.example/">The Post</a></h1><h1>Fog closes port</h1>""")]
    [InlineData("<title>18.11.2019 - Fog closes port - Elster</title>", "<h1>18.11.2019 - Fog closes port</h1>")]
    [InlineData(
        """<title>News - Elster</title><meta property="og:title" content="Fog closes port">""",
        "<h1>News</h1><h2>Fog closes port</h2>")]
    [InlineData(
        """<title>Shipping / Fog closes port today</title><meta property="og:title" content="Fog closes port today">""",
        "<h1>Shipping / Fog closes port today</h1>", "Fog closes port today")]
    [InlineData(
        """<title>Port | Elster</title><meta property="og:title" content="The harbour guide">""",
        "<h1>Ships wait for the fog</h1><h1>Sign up to our letter now</h1>", "Ships wait for the fog")]
    [InlineData(
        """<title>What is fog and why? - Elster</title><meta property="og:title" content="What is fog and why?">""",
        "<ol class=breadcrumb><li><h1 class=breadcrumb>What is fog and why?</h1></li></ol><h2>What is fog?</h2>",
        "What is fog and why?")]
    [InlineData("<title>Elster harbour club - Fog closes port - Press - News</title>", "<span>Fog closes port</span>")]
    [InlineData("<title>Harbour - Closed</title>", "<h2>Port closed by fog</h2>", "Port closed by fog")]
    [InlineData("<title>Port</title>", """<h1><span class="kicker">Shipping</span> Fog closes port</h1>""")]
    [InlineData(
        "<title>style - Elster</title>", "<h2 itemprop=headline>Fog closes the port of Elster</h2><h3>Menu</h3>",
        "Fog closes the port of Elster")]
    [InlineData(
        "<title>elster.example | Prices</title>", """<div class="itc-headline">Fog closes the port today</div><h6>Questions</h6>""",
        "Fog closes the port today")]
    [InlineData(
        "<title>Fog and more | Elster Post</title>",
        """<p class="l-headline">Fog closes the port today</p><form><p class="form-headline">Write to us about fog</p></form>""",
        "Fog closes the port today")]
    [InlineData(
        """<title>Fog and more | Elster Post</title><meta property="og:site_name" content="Elster Post">""",
        """<p class="l-headline">Fog closes the port today</p><p class="l-headline">Ferries are late again today</p>""",
        "Fog and more")]
    [InlineData(
        "<title>Fog closes port</title>", """<h1>Fog closes port</h1><p class="stage-headline">Fog closes port, ships wait</p>""",
        "Fog closes port, ships wait")]
    [InlineData(
        "<title>Fog closes port</title>", """<h1>Fog closes port</h1><a class="headline" href="/2">Fog closes port, ships wait</a>""")]
    [InlineData("<title>Fog closes port</title>", """<div class="headline"><h1>Fog closes port</h1><p>Ships wait outside</p></div>""")]
    [InlineData(
        "<title>Harbour Enquiries -</title>", "<h1></h1><h2>Fog closes the port today</h2><h2>Ships that wait for it</h2>",
        "Fog closes the port today")]
    [InlineData(
        """<title>Fog closes port - Harbour news</title><meta property="og:title" content="Fog closes port - Harbour news">""",
        """<h1 class="strapline">Harbour news</h1><h2 class="title">Fog closes port</h2>""")]
    [InlineData(
        """<meta property="og:title" content="Harbours and ships – Fog closes the port today">""",
        """<h1><span>Harbours and ships</span><span aria-hidden="true"> – </span><span>Fog closes the port today</span></h1>""",
        "Fog closes the port today")]
    [InlineData(
        """<title>Elster – fog closes its port | The Post</title><meta property="og:title" content="Elster – fog closes its port">""",
        "<h1>Elster – fog closes its port</h1>", "Elster – fog closes its port")]
    [InlineData(
        """<meta property="og:title" content="Ships - Fog closes port"><script type="application/ld+json">{"@type":"DiscussionForumPosting","headline":"Fog closes port"}</script>""",
        """<h1><a href="/1"><span class="label">Ships</span> Fog closes port</a></h1>""")]
    [InlineData(
        """<title>Ships of Elster - Fog closes port</title><meta property="og:title" content="Ships of Elster - Fog closes port">""",
        """<h1><span class="subtitle">Ships of Elster</span> Fog closes port</h1>""")]
    [InlineData(
        "<title>Fog in Elster</title>", """<h1><span class="subtitle">Fog closes port:</span> ships wait outside</h1>""",
        "Fog closes port: ships wait outside")]
    public void Headlines_are_what_readers_see_above_the_text(string head, string headings, string headline = "Fog closes port") =>
        Assert.Equal(headline, Read($"<html><head>{head}</head><body>{headings}<p>{First}</p><p>{Second}</p></body></html>").Headline);

    [Theory]
    [InlineData(
        "<div class=intro><p>{0}</p></div><div class=advert><p>Buy a boat. Buy two.</p></div><div "
        + "class=text><p>{1}</p><p>{1}</p><p>{1}</p><p>{1}</p><p>{1}</p><p>{1}</p></div>")]
    [InlineData("<div class=post-content><script type='text/template'><p>{0}</p><p>{1}</p></script></div>")]
    [InlineData(
        "<div id=app></div><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{0}\\n\\n{1} {1} {1} "
        + "{1}\"}}</script>")]
    [InlineData(
        "<h2><a href=/>Elster Blog</a></h2><ul><li class=post><h2><a href=/fog>Fog closes port</a></h2><div "
        + "class=entry><p>{0}</p><p>{1}</p></div></li></ul>")]
    public void Bodies_are_found_where_pages_part_hide_or_only_tell_them(string body)
    {
        var article = Read(
            "<html><body><h1>Fog closes "
            + "port</h1>" + string.Format(System.Globalization.CultureInfo.InvariantCulture, body, First, Second) + "</body></html>");
        Assert.StartsWith(First, article.Body, StringComparison.Ordinal);
        Assert.EndsWith(Second, article.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>{0}</p>", true)]
    [InlineData("<h2>{0}</h2>", false)]
    [InlineData("<p>Another line of some length that the page does not describe itself by.</p>", false)]
    public void The_paragraph_that_a_page_describes_itself_by_begins_the_text(string standfirst, bool isText)
    {
        const string Lead = "The port of Elster stayed closed for a night, since a tanker lay across its mouth.";
        var article = Read(
            $"""<html><head><meta name="description" content="{Lead[..60]}…"></head><body><article><header><h1>Fog closes port</h1><div class=teaser>{string.Format(System.Globalization.CultureInfo.InvariantCulture, standfirst, Lead)}</div></header><div class=share>Share</div><p>{First}</p><p>{Second}</p></article></body></html>""");
        Assert.Equal(isText ? $"{Lead}\n\n{First}\n\n{Second}" : $"{First}\n\n{Second}", article.Body);
    }

    [Fact]
    public void Templates_of_programs_are_no_text() =>
        Assert.Equal(
            $"{First}\n\n{Second}",
            Read(
                $"<html><body><h1>Fog closes port</h1><div><p>{First}</p><script type='text/template'>{"{"}\"quote\":\"<p>Not to be read, "
                + $"not even once, by anybody.</p>\"{"}"}</script><p>{Second}</p></div></body></html>").Body);

    [Theory]
    [InlineData("2019/11/10", "2019-11-18", DateProvenance.Metadata, "2019-11-10", DateProvenance.Url)]
    [InlineData("2019/12/24", "2019-11-18", DateProvenance.Metadata, "2019-12-24", DateProvenance.Url)]
    [InlineData("2018/01/02", "2018-01-02", DateProvenance.Url, "2019-11-18", DateProvenance.Metadata)]
    public void Dates_that_contradict_each_other_are_noted_and_the_more_trustworthy_wins(
        string address, string believed, DateProvenance from, string other, DateProvenance otherFrom)
    {
        var article = PageArticle.Read(
            $"""<html><head><title>Fog</title><script type="application/ld+json">{"{"}"@type":"NewsArticle","datePublished":"2019-11-18"{"}"}</script></head><body><h1>Fog in town</h1><p>{First}</p></body></html>""",
            $"https://elster.example/{address}/fog")!;
        Assert.Equal((believed, from), (article.Published.Date!.ToString(), article.Published.Provenance));
        var conflict = Assert.Single(article.Published.Conflicts);
        Assert.Equal((other, otherFrom), (conflict.Date.ToString(), conflict.Provenance));
    }

    [Theory]
    [InlineData("2019-11-18T04:58:46Z", "2019/11/17", "2019-11-17", DateProvenance.Url)]
    [InlineData("2019-11-18T04:58:46Z", "2019/11/18", "2019-11-18T04:58:46Z", DateProvenance.Metadata)]
    [InlineData("2019-11-18T14:58:46Z", "2019/11/17", "2019-11-18T14:58:46Z", DateProvenance.Metadata)]
    [InlineData("2019-11-18T04:58:46+01:00", "2019/11/17", "2019-11-18T04:58:46+01:00", DateProvenance.Metadata)]
    public void A_moment_of_Greenwich_gives_way_to_the_day_in_the_address_where_a_zone_can_lie_between(
        string moment, string address, string believed, DateProvenance from)
    {
        var published = PageArticle.Read(
            $"""<html><head><title>Fog</title><meta property="article:published_time" content="{moment}"></head><body><h1>Fog in town</h1><p>{First}</p></body></html>""",
            $"https://elster.example/{address}/fog")!.Published;
        Assert.Equal((believed, from), (published.Date!.ToString(), published.Provenance));
    }

    [Fact]
    public void A_page_nested_too_deep_is_refused() =>
        Assert.Throws<PageNestingException>(() => Read(string.Concat(Enumerable.Repeat("<div>", 5000)) + First));

    [Theory]
    [InlineData("""<div class="{0}"><p>{1}</p></div>""")]
    [InlineData("""<script type="application/ld+json">{{"\ud83d":"\ud83d"}}</script><p>{1}</p>""")]
    public void What_fuzzing_found_is_read(string body) =>
        Assert.Contains(
            "harbour",
            Read(
                "<html><body>"
                    + string.Format(
                        System.Globalization.CultureInfo.InvariantCulture, body, string.Concat(Enumerable.Repeat("a-", 30_000)), First)
                    + "</body></html>").Body,
            StringComparison.Ordinal);

    private static Article Read(string html) => PageArticle.Read(html, "https://elster.example/start")!;
}
