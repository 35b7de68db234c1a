using Indexer.Extraction;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Extraction;

/// <summary>
/// The day of an article is what its page says of the article: no day of a comment, a teaser, the site, a change or an event.
/// </summary>
public sealed class PageDateTests
{
    private static readonly string[] Paragraphs =
    [
        "The harbour council of Ostmere voted on Tuesday to rebuild the old ferry pier, which had been closed since a winter storm tore "
        + "away its outer section.",
        "Councillor Hedda Brink said the work would cost four million crowns and that half of the sum had been promised by the regional "
        + "transport fund.",
        "Shopkeepers on the island welcomed the decision. They have had to bring in their goods on a fishing boat for eleven months.",
        "The opposition argued that a road bridge would be cheaper in the long run, but its motion was lost by nine votes to five.",
    ];

    [Theory]
    [InlineData(
        """<section class="comments"><h2>2 comments</h2><div><span>Tove</span> <time datetime="2021-03-05T10:00:00Z">March 5, 2021</time><p>Good news at last for all of us.</p></div></section>""")]
    [InlineData(
        """<div id="comments"><h3>Comments</h3><ol><li><span class="comment-date">March 5, 2021 at 10:00 am</span><p>Good news at last for all of us.</p></li></ol></div>""")]
    [InlineData(
        """<h3>One reply</h3><div class="c1"><b>Tove</b> <span class="date">5 March 2021</span><p>Good news at last for all of us.</p></div>""")]
    [InlineData("""<div><p>Tove, posted on March 5, 2021</p><p>Good news at last for all of us.</p></div>""")]
    [InlineData("""<div><div>Posted by Tove on 5 March 2021</div><div>Good news at last for all of us.</div></div>""")]
    [InlineData(
        """<div itemscope itemtype="http://schema.org/Comment"><meta itemprop="datePublished" content="2021-03-05"><p>Good news at last for all of us.</p></div>""")]
    [InlineData(
        """<div class="user-comment"><time itemprop="datePublished" datetime="2021-03-05">5 March</time><p>Good news at last for all of us.</p></div>""")]
    [InlineData(
        """<section><h2>Read also</h2><div class="card"><h3><a href="/a">Trams return to the old town</a></h3><time datetime="2021-03-05">March 5, 2021</time></div></section>""")]
    [InlineData("""<div class="related"><h3><a href="/a">Trams return</a></h3><span class="date">5 March 2021</span></div>""")]
    [InlineData(
        """<ul><li><a href="/a">Trams return to the old town</a> <span class="date">5 March 2021</span></li><li><a href="/b">Bakery wins a prize</a> <span class="date">4 March 2021</span></li></ul>""")]
    [InlineData(
        """<article class="card"><a href="/a">Trams return to the old town</a><time datetime="2021-03-05">March 5, 2021</time></article>""")]
    [InlineData("""<aside><span class="date">5 March 2021</span></aside>""")]
    [InlineData("""<div class="bottom"><span class="date">Friday, 5 March 2021</span></div>""")]
    [InlineData("""<div class="bottom"><p>Site last updated 5 March 2021</p></div>""")]
    [InlineData("""<footer><p>Page printed on 5 March 2021</p></footer>""")]
    [InlineData("""<p>© Ostmere Courier, 5 March 2021</p>""")]
    [InlineData("""<div>Today is Friday, 5 March 2021</div>""")]
    public void Days_below_the_text_are_of_others(string below)
    {
        for (var paragraphs = 1; paragraphs <= Paragraphs.Length; paragraphs++)
        {
            Assert.Null(Day(Page("", "", below, paragraphs)));
            Assert.Equal("2019-11-18", Day(Page("", """<p class="byline">By Nils Arden, 18 November 2019</p>""", below, paragraphs)));
        }
    }

    [Theory]
    [InlineData(
        """<div class="topbar"><span class="current-date">Friday, 27 November 2026</span></div><nav><a href="/">Home</a><a href="/n">News</a></nav>""")]
    [InlineData("""<header><div class="today date">Friday, 27 November 2026</div></header>""")]
    [InlineData(
        """<div class="date">Friday, 27 November 2026</div><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>""")]
    [InlineData(
        """<table><tr><td><b>The Courier</b></td><td>Friday, 27 November 2026</td></tr></table><div><a href="/1">Home</a><br><a href="/2">News</a></div><ul><li><a href="/3">Sport</a></li><li><a href="/4">Arts</a></li><li><a href="/5">Sea</a></li><li><a href="/6">Letters</a></li><li><a href="/7">Contact</a></li></ul>""")]
    [InlineData("""<div class="masthead"><time datetime="2026-11-27">27 Nov 2026</time></div>""")]
    [InlineData("""<div id="clock">27 November 2026, 14:05</div>""")]
    [InlineData("""<div><span>Today: Friday, 27 November 2026</span></div>""")]
    [InlineData("""<div><span>Heute ist Freitag, der 27. November 2026</span></div>""")]
    public void Days_in_the_head_of_the_site_are_of_today(string above) => Assert.Null(Day(Page(above, "", "", 3)));

    [Theory]
    [InlineData("""<div><a href="/">Home</a> &gt; <a href="/n">News</a></div><p class="date">18 November 2019</p>""")]
    [InlineData("""<nav class="breadcrumb"><a href="/">Home</a> <a href="/n">News</a></nav><span>18.11.2019</span>""")]
    [InlineData("""<nav><a href="/">Home</a><a href="/n">News</a></nav><article><time datetime="2019-11-18">18 Nov</time>""")]
    public void A_day_between_the_menus_and_the_headline_is_that_of_the_article(string above) =>
        Assert.Equal("2019-11-18", Day(Page(above, "", "", 3)));

    [Theory]
    [InlineData("""<p>Published on 18 November 2019</p>""", "2019-11-18")]
    [InlineData("""<p class="pubdate">18 November 2019</p>""", "2019-11-18")]
    [InlineData("""<p>Letzte Änderung: 20.11.2019. Erschienen am: 18.11.2019.</p>""", "2019-11-18")]
    [InlineData(
        """<h3>Books</h3><p>1</p><p>2</p><p>3</p><p>4</p><p>5</p><p>6</p><p>7</p><p>8</p><p>Last changed on 20 November 2019. Published on 18 November 2019</p>""",
    "2019-11-18")]
    [InlineData("""<h3>Books</h3><p>1</p><p>2</p><p>3</p><p>4</p><p>5</p><p>6</p><p>7</p><p>8</p><p>Published on 18 November 2019</p>""",
        null)]
    [InlineData("""<p>18 November 2019</p>""", null)]
    public void Right_below_the_text_a_day_has_to_say_that_it_is_the_article_s(string below, string? expected) =>
        Assert.Equal(expected, Day(Page("", "", below, 3)));

    [Theory]
    [InlineData("en", "<p>Updated 11:40 a.m. ET, Wed September 5, 2018 | Originally published 25 July 2018</p>", "2018-07-25")]
    [InlineData("en", "<p>First published 25 July 2018. Updated 5 September 2018</p>", "2018-07-25")]
    [InlineData("fr", "<p>Mis à jour le 5 septembre 2018, publié initialement le 25 juillet 2018</p>", "2018-07-25")]
    [InlineData("fr", "<p>Mis à jour le 05/09/2018 à 11:40 - Publié le 25/07/2018 à 08:00</p>", "2018-07-25")]
    [InlineData("de", "<p>Aktualisiert am 5. September 2018 – ursprünglich erschienen am 25. Juli 2018</p>", "2018-07-25")]
    [InlineData("de", "<p>Stand: 05.09.2018, 11:40 Uhr | Veröffentlicht: 25.07.2018</p>", "2018-07-25")]
    [InlineData("es", "<p>Actualizado el 5 de septiembre de 2018. Publicado el 25 de julio de 2018</p>", "2018-07-25")]
    [InlineData("it", "<p>Aggiornato il 5 settembre 2018 - Pubblicato il 25 luglio 2018</p>", "2018-07-25")]
    [InlineData("ja", "<p>2018年9月5日更新 2018年7月25日公開</p>", "2018-07-25")]
    [InlineData("en", """<time datetime="2018-09-05">Updated</time> <time datetime="2018-07-25" class="published">July</time>""",
        "2018-07-25")]
    [InlineData("en",
        """<div><time class="updated" datetime="2018-09-05">5 Sep 2018</time><time datetime="2018-07-25">25 Jul 2018</time></div>""",
        "2018-07-25")]
    [InlineData("en",
        """<p>Updated: <time datetime="2018-09-05T11:40:00Z">5 Sep 2018</time> First published: <time datetime="2018-07-25T08:00:00Z">25 Jul 2018</time></p>""",
        "2018-07-25")]
    [InlineData("en", """<time class="entry-date published updated" datetime="2018-07-25">25 July</time>""", "2018-07-25")]
    [InlineData("en", "<p>July 25, 2018 (updated September 5, 2018)</p>", "2018-07-25")]
    [InlineData("en", "<p>Last updated: 5 September 2018</p>", null)]
    [InlineData("en", "<dl><dt>Last updated</dt><dd>5 September 2018</dd></dl>", null)]
    [InlineData("en", """<span>Updated</span> <time datetime="2018-09-05">5 September 2018</time>""", null)]
    [InlineData("en", """<time class="updated" datetime="2018-09-05T11:40:00Z">5 Sep 2018</time>""", null)]
    [InlineData("en", """<time itemprop="dateModified" datetime="2018-09-05T11:40:00Z">5 Sep 2018</time>""", null)]
    [InlineData("en", """<div class="post-modified-date"><span>5 September 2018</span></div>""", null)]
    [InlineData("en", "<p>This article was corrected on 5 September 2018</p>", null)]
    [InlineData("en", "<p>Correction, Sept. 5, 2018: the pier is older.</p>", null)]
    [InlineData("en", "<p>5 September 2018 (Updated)</p>", null)]
    [InlineData("de", "<p>Zuletzt aktualisiert am 5. September 2018</p>", null)]
    [InlineData("de", "<p>Stand: 5. September 2018</p>", null)]
    [InlineData("es", "<p>Última actualización: 5 de septiembre de 2018</p>", null)]
    [InlineData("pt", "<p>Atualizado em 05/09/2018</p>", null)]
    [InlineData("nl", "<p>Laatst bijgewerkt op 5 september 2018</p>", null)]
    [InlineData("sv", "<p>Uppdaterad 5 september 2018</p>", null)]
    [InlineData("fi", "<p>Päivitetty 5.9.2018</p>", null)]
    [InlineData("pl", "<p>Zaktualizowano: 5 września 2018</p>", null)]
    [InlineData("ru", "<p>Обновлено: 5 сентября 2018</p>", null)]
    [InlineData("tr", "<p>Güncelleme: 5 Eylül 2018</p>", null)]
    [InlineData("zh", "<p>更新时间：2018年9月5日</p>", null)]
    [InlineData("ko", "<p>수정 2018.09.05.</p>", null)]
    public void The_day_of_a_change_is_none_of_publication(string language, string meta, string? expected) =>
        Assert.Equal(expected, Day(Page("", $"""<div class="meta">{meta}</div>""", "", 3, language)));

    [Theory]
    [InlineData("""<span class="kicker">The festival runs from 3 June 2023 to 5 June 2023</span> <span>Posted on 20 May 2023</span>""",
        "2023-05-20")]
    [InlineData("""<span class="kicker">Festival, 3 June 2023</span><span>Posted: May 20, 2023</span>""", "2023-05-20")]
    [InlineData("""<p>The fair opens on 3 June 2023.</p><p class="byline">By Nils Arden, 20 May 2023</p>""", "2023-05-20")]
    [InlineData("""<p>Hedda Brink, born 3 June 1993</p><p>Published 20 May 2023</p>""", "2023-05-20")]
    [InlineData("""<span class="event-date">3 June 2023</span>""", null)]
    [InlineData("""<p>The fair opens on 3 June 2023.</p>""", null)]
    [InlineData("""<p>3 June 2023 – 5 June 2023</p>""", null)]
    [InlineData("""<p>Hedda Brink, born 3 June 1993</p>""", null)]
    [InlineData("""<p>Applications are welcome until 3 June 2023</p>""", null)]
    [InlineData("""<p>Anmeldung bis 3. Juni 2023</p>""", null)]
    [InlineData(
        """<p>The council will meet again on <time datetime="2023-06-03">3 June 2023</time> in the old town hall, when the builders are to show their plans for the pier to all who want to see them.</p>""",
    null)]
    public void The_day_of_an_event_is_none_of_publication(string meta, string? expected) =>
        Assert.Equal(expected, Day(Page("", $"<div>{meta}</div>", "", 3)));

    private static string? Day(string page) =>
        PageArticle.Read(page, null)!.Published.Date is { Precision: >= DatePrecision.Day } date
        ? date.FirstDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        : null;

    private static string Page(string above, string meta, string below, int paragraphs, string language = "en") =>
        $"""<!DOCTYPE html><html lang="{language}"><head><title>Ferry pier to be rebuilt</title></head><body>{above}<article><h1>Ferry pier to be rebuilt</h1>{meta}{string.Concat(Paragraphs.Take(paragraphs).Select(text => $"<p>{text}</p>"))}</article>{below}<footer><p>Copyright 2024 Ostmere Courier.</p></footer></body></html>""";
}
