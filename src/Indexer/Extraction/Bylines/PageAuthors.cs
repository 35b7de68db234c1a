using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Indexer.Authors;
using Indexer.Extraction.Metadata;
using Indexer.Extraction.Outline;
using Indexer.Html;
using Indexer.Texts;

namespace Indexer.Extraction.Bylines;

/// <summary>
/// Finds the authors of an article. The first source that names a person wins; without one, the first that names a newsroom or an agency,
/// then the site.
/// </summary>
internal static partial class PageAuthors
{
    private static readonly string[] Metas =
    [
        "author", "article:author", "article:author_name", "og:author", "og:article:author", "parsely-author", "sailthru.author",
        "dc.creator", "dcterms.creator", "dc.contributor", "byl", "citation_author", "cXenseParse:author", "rbauthors", "authors",
        "creator", "bt:author", "twitter:creator:name", "article.author",
    ];

    private static readonly string[] Selectors =
    [
        "[itemprop~=author] [itemprop~=name]", "[itemprop~=author]", "a[rel~=author]", "[rel~=author]", ".author.vcard .fn",
        ".vcard .fn", ".vcard.author", ".author .fn", ".byline .author", ".author-name", ".author__name", ".authorname",
        ".article-author", ".article__author", ".post-author", ".entry-author", ".byline-name", ".byline__name", ".byline",
        ".by-line", ".autor", ".auteur", ".author", "[class*=author-name]", "[class*=authorName]", "[class*=author__name]",
        "[class*=byline]", "[class*=Byline]", "[class*=author]:not(body):not(article)", "[class*=Author]", "[id*=author]",
        "[class*=autor]", "[data-testid*=byline] a", "address strong", "article address",
    ];

    /// <summary>Links to pages about people. They occur in bylines and menus alike, so they are tried after the text.</summary>
    private static readonly string[] PagesOfPeople =
    [
        "a[href*='/author/']", "a[href*='/autor/']", "a[href*='/autoren/']", "a[href*='/staff/']", "a[href*='/people/']",
        "a[href*='/profile/']", "a[href*='/profil/']", ".username",
    ];

    /// <summary>Maximum number of bylines read for one selector; more belong to teasers.</summary>
    private const int MaxBylines = 4;

    /// <summary>Finds the authors.</summary>
    /// <param name="address">URL of the page; null if unknown.</param>
    /// <returns>Names in order; empty if the page has none.</returns>
    public static IReadOnlyList<string> Of(IDocument page, LinkedData linked, PageMetadata meta, PageOutline outline, string? address)
    {
        var host = Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? AuthorNames.Letters(uri.Host.Replace("www.", "", StringComparison.Ordinal))
            : "";
        string?[] sites = [meta.First("og:site_name"), meta.First("publisher"), meta.First("dc.publisher"), .. linked.Names("publisher")];
        List<string>? newsroom = null, site = null;
        using var sources = Sources(page, linked, meta, outline)
            .Concat(WeakSources(page, linked, outline).TakeWhile(_ => newsroom is null && site is null))
            .GetEnumerator();
        while (sources.MoveNext())
        {
            var names = AuthorNames.In(sources.Current);
            var others = names.FindAll(name =>
                !IsOfHost(name, host) && !Array.Exists(sites, site => site is not null && IsSite(name, site)));
            var persons = others.FindAll(name => !AuthorNames.IsNobody(name));
            if (persons.Exists(name => !AuthorNames.IsBeside(name)))
                persons.RemoveAll(AuthorNames.IsBeside);
            if (persons.Count > 0)
                return persons.Exists(IsShort) ? Completed(persons, sources) : persons;
            newsroom ??= others.Count > 0 ? names : null;
            site ??= names.Count > 0 ? names : null;
        }

        return newsroom ?? site ?? [];
    }

    /// <summary>Completes first names and account names by full names in later sources.</summary>
    private static List<string> Completed(List<string> persons, IEnumerator<IEnumerable<string>> sources)
    {
        List<string> later = [];
        while (sources.MoveNext())
            later.AddRange(AuthorNames.In(sources.Current));
        return persons.ConvertAll(name => IsShort(name) ? later.Find(other => IsFullNameOf(other, name)) ?? name : name);
    }

    private static bool IsFullNameOf(string fullName, string name) =>
        AuthorNames.IsWhole(fullName) && !AuthorNames.IsNobody(fullName)
        && (fullName.StartsWith(name + ' ', StringComparison.OrdinalIgnoreCase)
            || AuthorNames.Letters(fullName) == AuthorNames.Letters(name));

    private static bool IsShort(string name) => !name.Contains(' ', StringComparison.Ordinal);

    /// <summary>Sources of authors, the most reliable first.</summary>
    private static IEnumerable<IEnumerable<string>> Sources(IDocument page, LinkedData linked, PageMetadata meta, PageOutline outline)
    {
        yield return linked.Names("author");
        foreach (var name in Metas)
            yield return meta.All(name);
        for (var i = 1; i <= 2; i++)
        {
            if (meta.First($"twitter:label{i}") is { } label && WrittenBy().IsMatch(label))
                yield return meta.All($"twitter:data{i}");
        }

        foreach (var texts in Selectors.SelectMany(selector => Selected(page, selector, outline)))
            yield return texts;
        foreach (var block in outline.Near().Where(block => block.Text.Length < 120 && !OfPicture().IsMatch(block.Text)))
            yield return [AuthorNames.InByline(block.Text)];
        for (var i = 0; i < outline.Blocks.Count; i++)
        {
            var text = outline.Blocks[i].Text;
            var line = LabelAlone().IsMatch(text) && i + 1 < outline.Blocks.Count ? text + ' ' + outline.Blocks[i + 1].Text : text;
            yield return [Labelled().Match(line).Groups["name"].Value];
        }
    }

    /// <summary>Sources that may name other persons as well.</summary>
    private static IEnumerable<IEnumerable<string>> WeakSources(IDocument page, LinkedData linked, PageOutline outline)
    {
        foreach (var texts in PagesOfPeople.SelectMany(selector => Selected(page, selector, outline)))
            yield return texts;
        yield return linked.Persons();
        yield return Signature(page);
        yield return [OnesOwnSite().Match(PageText.Clean(page.Title ?? "")).Groups["name"].Value];
    }

    /// <summary>Signature: a last paragraph that is only a name in bold or italics.</summary>
    private static IEnumerable<string> Signature(IDocument page) =>
        page.QuerySelectorAll("p > b, p > i, p > em, p > strong")
            .Where(element => element.ParentElement is { NextElementSibling: null } paragraph
                && paragraph.TextContent.Trim() == element.TextContent.Trim()
                && paragraph.PreviousElementSibling?.LocalName == "p")
            .Select(element => PageText.Clean(element.TextContent))
            .Where(text => AuthorNames.IsWhole(text))
            .Take(1);

    /// <summary>Texts of elements; siblings form one byline.</summary>
    private static IEnumerable<IEnumerable<string>> Selected(IDocument page, string selector, PageOutline outline) =>
        page.QuerySelectorAll(selector).Where(outline.IsOfTheArticle).Take(8)
            .GroupBy(element => element.ParentElement)
            .Select(beside => beside
                .Select(element => PageText.Clean(element.GetAttribute("content") ?? TextOf(element)))
                .Where(text => text.Length is > 1 and < 120))
            .Take(MaxBylines);

    private static string TextOf(IElement element) => string.Join(' ', TextBlocks.Of(element).Select(block => block.Text));

    /// <summary>Returns true for the name in the host: Eat Smarter of eatsmarter.de.</summary>
    private static bool IsOfHost(string name, string host) =>
        host.Length > 0 && AuthorNames.Letters(name) is { Length: >= 3 } letters
        && (host.StartsWith(letters, StringComparison.Ordinal) || letters == host
            || (letters.Length >= 8 && letters.Contains(host.Split('.')[0], StringComparison.Ordinal)));

    /// <summary>Returns true for the name or the initials of the site. A site named after a person keeps that name as author.</summary>
    private static bool IsSite(string name, string site) =>
        (SameOrPart(name, site) && OnesOwnSite().Match(site).Groups["name"].Value != name)
        || (name.Length is 2 or 3 && name == Initials(site));

    private static string Initials(string site) =>
        string.Concat(site.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0])));

    private static bool SameOrPart(string name, string site) =>
        name.Equals(site, StringComparison.OrdinalIgnoreCase)
        || (name.Length >= 4 && site.Contains(name, StringComparison.OrdinalIgnoreCase))
        || (site.Length >= 4 && name.Contains(site, StringComparison.OrdinalIgnoreCase))
        || (site.Length >= 3 && name.StartsWith(site + ' ', StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(
        @"\b(autor(in|en)?|author|auteur(\(s\))?|written by|posted by|geschrieben von|ein (artikel|beitrag) von|redaktion|herausgeber)"
        + @"\s*(:|\bby\b|(?<=von|by))\s*(?<name>[^|@.,;]{2,50})"
        + @"|\A(von|by|text von)\s+(?<name>(?-i:\p{Lu})[\p{L}.]+( (?-i:\p{Lu})[\p{L}.-]+){1,3})\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    [GeneratedRegex(
        @"\A\W*(autor(in|en)?|author|written by|text|von|by)\s*:?\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LabelAlone();

    /// <summary>Daniel Lemire's blog.</summary>
    [GeneratedRegex(
        @"\b(?<name>\p{Lu}\p{L}+ (\p{Lu}\p{L}*\.? )?\p{Lu}\p{L}+)['\u2019]s "
        + @"([\p{Lu}\p{Ll}]+ )?([Bb]log|[Hh]ome|[Ww]ebsite|[Ss]ite|[Jj]ournal|[Nn]otes|[Ww]eblog)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex OnesOwnSite();

    [GeneratedRegex(
        @"\A\W*(fotos?|photos?|bild(er)?|image|grafik|illustration)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OfPicture();

    [GeneratedRegex(@"written|verfasst|escrito|écrit|author|geschreven|scritto", RegexOptions.IgnoreCase)]
    private static partial Regex WrittenBy();
}
