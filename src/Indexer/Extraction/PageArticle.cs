using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Indexer.Extraction.Body;
using Indexer.Extraction.Bylines;
using Indexer.Extraction.Headlines;
using Indexer.Extraction.Metadata;
using Indexer.Extraction.Outline;
using Indexer.Extraction.PageDates;
using Indexer.Extraction.Parts;
using Indexer.Html;
using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Extraction;

/// <summary>The article of a web page: what the page says of it in JSON-LD, meta elements and microdata, and the text itself.</summary>
internal static partial class PageArticle
{
    /// <summary>In characters, of a body that a page gives in its data alone.</summary>
    private const int LeastTold = 400;

    /// <summary>Times as much as is shown.</summary>
    private const int MuchMore = 2;

    /// <summary>The article of a page that has one.</summary>
    /// <param name="url">Where the page was fetched from; null where only the page itself can tell.</param>
    /// <returns>Null when the page has neither headline nor text.</returns>
    /// <exception cref="PageNestingException">The page is nested too deep.</exception>
    public static Article? Read(string html, string? url)
    {
        using var page = Parse(html);
        return Read(page, url);
    }

    /// <summary>Every article of a page, in reading order: a page may hold several in full.</summary>
    /// <param name="url">As of <see cref="Read(string, string?)"/>.</param>
    /// <exception cref="PageNestingException">The page is nested too deep.</exception>
    public static IReadOnlyList<Article> ReadAll(string html, string? url)
    {
        using var page = Parse(html);
        var parts = PageParts.Of(page);
        var articles = parts.Count < 2 ? [Read(page, url)] : ReadParts(page, parts, url);
        return [.. articles.OfType<Article>()];
    }

    /// <summary>
    /// A page that lists articles and has none: no text but that of teasers, and nothing in its head says that it is an article.
    /// </summary>
    public static bool IsList(string html, Article article)
    {
        if (article.Body.Length > 0)
            return false;
        using var page = Parse(html);
        return !PageParts.IsDeclared(new PageMetadata(page), LinkedData.Of(page)) && page.Body is { } body
            && TeaserCards.Count(TextBlocks.Of(body), article.Headline) >= FewestOfList;
    }

    private const int FewestOfList = 3;

    private static List<Article?> ReadParts(IDocument page, IReadOnlyList<IElement> parts, string? url)
    {
        var meta = new PageMetadata(page);
        var own = parts.FirstOrDefault(part => PageParts.IsOwn(page, meta, part));
        var others = parts.Where(part => part != own).ToDictionary(part => part, part => PartDocument(page, part, meta));
        foreach (var part in others.Keys)
            part.Remove();
        return [.. parts.Select(part => part == own ? Read(page, url) : ReadPart(others[part], part, url))];
    }

    private static Article? ReadPart(string html, IElement part, string? url)
    {
        using var page = Parse(html);
        var article = Read(page, null);
        // Without a link of its own a part has no address: the one of the page is that of all of them.
        return article is null
            ? null
            : article with { Url = Address(PageParts.HeadingOf(part).QuerySelector("a[href]")?.GetAttribute("href"), url) };
    }

    /// <summary>The part alone, with what the page says of its site and language.</summary>
    private static string PartDocument(IDocument page, IElement part, PageMetadata meta)
    {
        var alone = page.Implementation.CreateHtmlDocument(PageText.Clean(PageParts.HeadingOf(part).TextContent));
        if (page.DocumentElement.GetAttribute("lang") is { } language)
            alone.DocumentElement.SetAttribute("lang", language);
        if ((meta.First("og:site_name") ?? meta.First("application-name")) is { } site)
        {
            var name = alone.CreateElement("meta");
            name.SetAttribute("property", "og:site_name");
            name.SetAttribute("content", site);
            alone.Head!.AppendChild(name);
        }

        alone.Body!.AppendChild(alone.Import(part));
        return alone.ToHtml();
    }

    private static IHtmlDocument Parse(string html)
    {
        PageNesting.Check(html);
        var page = new HtmlParser().ParseDocument(html);
        PageNesting.Check(page);
        return page;
    }

    private static Article? Read(IDocument page, string? url)
    {
        var linked = LinkedData.Of(page);
        var meta = new PageMetadata(page);
        var state = PageState.Of(page);
        url = ArchivedAddress.Original(url) ?? ArchivedAddress.SavedFrom(page);
        ArchivedAddress.RemoveBar(page);
        ShowTemplates(page);
        page.QuerySelectorAll("script, style, template").ToList().ForEach(element => element.Remove());
        var address = Address(page.Head?.QuerySelector("link[rel=canonical]")?.GetAttribute("href"), url) ?? Address(meta.First("og:url"), url) ?? url ?? Address(linked.Text("url", "mainEntityOfPage"), null);
        var language = Language(page.DocumentElement.GetAttribute("lang") ?? page.DocumentElement.GetAttribute("xml:lang") ?? meta.First("og:locale", "content-language", "language", "dc.language", "inLanguage") ?? linked.Text("inLanguage"));
        var headline = PageTitle.Of(page, linked, meta, address);
        var outline = new PageOutline(page, headline);
        var body = page.Body is null ? "" : ArticleBody.Of(page.Body, headline);
        // A page that a program fills in says in its data what it does not show.
        if (linked.Text("articleBody") is { } told && HtmlText.Paragraphs(told) is { Length: >= LeastTold } text && text.Length > MuchMore * body.Length)
            body = text;
        var kept = body.Length < LeastTold ? PageState.Article(state, headline, Read) : null;
        if (kept is { Body.Length: >= LeastTold } && kept.Body.Length > MuchMore * body.Length)
            body = kept.Body;
        if (body.Length > 0 && Standfirst.Of(outline, Descriptions(linked, meta), body) is { } standfirst)
            body = $"{standfirst}\n\n{body}";
        if (headline.Length == 0 && body.Length == 0)
            return null;
        var region = new ArticleRegion(page, outline, body);
        return new Article
        {
            Id = "",
            Headline = headline,
            Body = body,
            Published = PageDate.Of(page, linked, meta, region, url ?? address, language) is { Date: not null } published
                ? published
                : kept?.Published ?? PublishedDate.Unknown,
            Source = Source(linked, meta, address),
            Url = address,
            Language = language,
            Authors = PageAuthors.Of(page, linked, meta, outline, address),
            Section = meta.First("article:section", "og:section", "parsely-section", "dc.subject") is { } section ? section : linked.Text("articleSection") is { } linkedSection ? PageText.Clean(linkedSection) : null,
            Tags = Tags(linked, meta),
        };
    }

    /// <summary>Some systems keep the text of an article as a template, and put it into the page by a script.</summary>
    private static void ShowTemplates(IDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='text/template']").Where(script => script.TextContent.AsSpan().TrimStart().StartsWith("<")).ToList())
        {
            var shown = page.CreateElement("div");
            shown.InnerHtml = script.TextContent;
            script.ParentElement?.ReplaceChild(shown, script);
        }
    }

    private static IEnumerable<string> Descriptions(LinkedData linked, PageMetadata meta) =>
        ((string?[])[linked.Text("description"), meta.First("og:description"), meta.First("description"), meta.First("twitter:description")]).OfType<string>();

    private static string? Source(LinkedData linked, PageMetadata meta, string? address) =>
        meta.First("og:site_name")
        ?? (linked.Names("publisher") is [var publisher, ..] ? publisher : null)
        ?? (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host : null);

    private static List<string> Tags(LinkedData linked, PageMetadata meta)
    {
        IEnumerable<string> tags = meta.All("article:tag");
        if (!tags.Any())
            tags = linked.Names("keywords").Concat(meta.All("news_keywords")).Concat(meta.All("keywords"));
        return [.. tags.SelectMany(tag => tag.Split(',', ';')).Select(tag => tag.Trim()).Where(tag => tag.Length is > 0 and <= 60).Distinct(StringComparer.OrdinalIgnoreCase).Take(30)];
    }

    /// <summary>Absolute, and of http or https; a canonical address may be relative to where the page was fetched.</summary>
    private static string? Address(string? address, string? fetched)
    {
        address = ArchivedAddress.Original(address);
        if (string.IsNullOrWhiteSpace(address))
            return null;
        var absolute = Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal)
            || (Uri.TryCreate(fetched, UriKind.Absolute, out var root) && Uri.TryCreate(root, address.Trim(), out uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal));
        // The front page of a site is the address of no article.
        return absolute && uri!.PathAndQuery.Length > 1 ? uri.AbsoluteUri : null;
    }

    /// <summary><c>de_DE</c> and <c>de-DE</c> are de-DE; anything that is no tag of a language is null.</summary>
    private static string? Language(string? tag) =>
        tag is not null && LanguageTag().Match(tag.Trim()) is { Success: true } match
            ? match.Groups[1].Value.ToLowerInvariant() + (match.Groups[2].Success ? "-" + match.Groups[2].Value.ToUpperInvariant() : "")
            : null;

    [GeneratedRegex(@"\A([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?\b")]
    private static partial Regex LanguageTag();
}
