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
using NewsIndex.Articles;

namespace Indexer.Extraction;

/// <summary>Reads the articles of web pages, from their metadata and their visible text.</summary>
internal static class PageArticle
{
    /// <summary>Minimum length of a text from the data of a page, in characters.</summary>
    private const int MinTextOfData = 400;

    /// <summary>How many times longer than the visible text a text from the data of a page must be to replace it.</summary>
    private const int MinGain = 2;

    /// <summary>Minimum number of teasers on a page that lists articles.</summary>
    private const int MinTeasersOfList = 3;

    /// <summary>Reads the main article of a page.</summary>
    /// <param name="html">Markup of the page.</param>
    /// <param name="url">URL that the page was fetched from; null if unknown.</param>
    /// <returns>Null if the page has neither a headline nor text.</returns>
    /// <exception cref="PageNestingException">The elements are nested too deep.</exception>
    public static Article? Read(string html, string? url)
    {
        using var page = Parse(html);
        return Read(page, url);
    }

    /// <summary>Reads all articles that a page contains in full, in reading order.</summary>
    /// <param name="html">Markup of the page.</param>
    /// <param name="url">URL that the page was fetched from; null if unknown.</param>
    /// <exception cref="PageNestingException">The elements are nested too deep.</exception>
    public static IReadOnlyList<Article> ReadAll(string html, string? url)
    {
        using var page = Parse(html);
        var parts = PageParts.Of(page);
        var articles = parts.Count < 2 ? [Read(page, url)] : ReadParts(page, parts, url);
        return [.. articles.OfType<Article>()];
    }

    /// <summary>
    /// Returns true for a page that lists articles but contains none: it has at least three teasers and no other text, and its metadata
    /// does not declare an article.
    /// </summary>
    public static bool IsList(string html, Article article)
    {
        if (article.Body.Length > 0)
            return false;
        using var page = Parse(html);
        return !PageParts.IsDeclared(new PageMetadata(page), LinkedData.Of(page)) && page.Body is { } body
            && TeaserCards.Count(TextBlocks.Of(body), article.Headline) >= MinTeasersOfList;
    }

    private static List<Article?> ReadParts(IDocument page, IReadOnlyList<IElement> parts, string? url)
    {
        var meta = new PageMetadata(page);
        var own = parts.FirstOrDefault(part => PageParts.IsOwn(page, meta, part));
        var others = parts.Where(part => part != own).ToDictionary(part => part, part => PartDocument.Of(page, part, meta));
        foreach (var part in others.Keys)
            part.Remove();
        return [.. parts.Select(part => part == own ? Read(page, url) : ReadPart(others[part], part, url))];
    }

    private static Article? ReadPart(string html, IElement part, string? url)
    {
        using var page = Parse(html);
        if (Read(page, null) is not { } article)
            return null;
        // An article without a link has no URL: that of the page belongs to all of its articles.
        var link = PageParts.HeadingOf(part).QuerySelector("a[href]")?.GetAttribute("href");
        return article with { Url = PageUrl.Absolute(link, url) };
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
        url = ArchivedPage.OriginalUrl(url) ?? ArchivedPage.SavedFrom(page);
        Prepare(page);
        var address = PageUrl.Of(page, linked, meta, url);
        var language = PageLanguage.Of(page, linked, meta);
        var headline = PageTitle.Of(page, linked, meta, address);
        var outline = new PageOutline(page, headline);
        var shown = page.Body is null ? "" : ArticleBody.Of(page.Body, headline);
        var (body, stored) = LongestText(shown, headline, linked, state);
        if (body.Length > 0 && Standfirst.Of(outline, PageLabels.Descriptions(linked, meta), body) is { } standfirst)
            body = $"{standfirst}\n\n{body}";
        if (headline.Length == 0 && body.Length == 0)
            return null;
        var region = new ArticleRegion(page, outline, body);
        var published = PageDate.Of(page, linked, meta, region, url ?? address, language);
        return new Article
        {
            Id = "",
            Headline = headline,
            Body = body,
            Published = published.Date is null && stored is not null ? stored.Published : published,
            Source = PageLabels.Source(linked, meta, address),
            Url = address,
            Language = language,
            Authors = PageAuthors.Of(page, linked, meta, outline, address),
            Section = PageLabels.Section(linked, meta),
            Tags = PageLabels.Tags(linked, meta),
        };
    }

    /// <summary>Removes what the article is not read from.</summary>
    private static void Prepare(IDocument page)
    {
        ArchivedPage.RemoveToolbar(page);
        ShowTemplates(page);
        foreach (var element in page.QuerySelectorAll("script, style, template").ToList())
            element.Remove();
    }

    /// <summary>Some systems store the text of an article as a template, which a script inserts into the page.</summary>
    private static void ShowTemplates(IDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='text/template']").ToList())
        {
            if (!script.TextContent.AsSpan().TrimStart().StartsWith("<"))
                continue;
            var shown = page.CreateElement("div");
            shown.InnerHtml = script.TextContent;
            script.ParentElement?.ReplaceChild(shown, script);
        }
    }

    /// <summary>
    /// Text of the article, and the article in the data of the page. Pages that scripts fill in have the text only there.
    /// </summary>
    private static (string Body, Article? Stored) LongestText(
        string shown,
        string headline,
        LinkedData linked,
        IReadOnlyList<IElement> state)
    {
        var body = shown;
        if (linked.Text("articleBody") is { } told)
            body = Longer(body, HtmlText.Paragraphs(told));
        if (body.Length >= MinTextOfData)
            return (body, null);
        var stored = PageState.Article(state, headline, Read);
        return (Longer(body, stored?.Body ?? ""), stored);
    }

    private static string Longer(string body, string ofData) =>
        ofData.Length >= MinTextOfData && ofData.Length > MinGain * body.Length ? ofData : body;
}
