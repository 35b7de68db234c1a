using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Indexer.Authors;
using Indexer.Extraction.Metadata;
using Indexer.Extraction.Outline;
using Indexer.Html;
using Indexer.Texts;

namespace Indexer.Extraction.Bylines;

/// <summary>
/// Who wrote the article of a page: the first place that names a person; where none does, the first that names a newsroom or an agency,
/// and after them the site itself.
/// </summary>
internal static partial class PageAuthors
{
    private static readonly string[] Metas =
    [
        "author", "article:author", "article:author_name", "og:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.contributor", "byl", "citation_author",
        "cXenseParse:author", "rbauthors", "authors", "creator", "bt:author", "twitter:creator:name", "article.author",
    ];

    private static readonly string[] Selectors =
    [
        "[itemprop~=author] [itemprop~=name]", "[itemprop~=author]", "a[rel~=author]", "[rel~=author]", ".author.vcard .fn", ".vcard .fn", ".vcard.author", ".author .fn", ".byline .author", ".author-name", ".author__name", ".authorname",
        ".article-author", ".article__author", ".post-author", ".entry-author", ".byline-name", ".byline__name", ".byline", ".by-line", ".autor", ".auteur", ".author", "[class*=author-name]", "[class*=authorName]", "[class*=author__name]",
        "[class*=byline]", "[class*=Byline]", "[class*=author]:not(body):not(article)", "[class*=Author]", "[id*=author]", "[class*=autor]", "[data-testid*=byline] a", "address strong", "article address",
    ];

    /// <summary>Pages about people are linked from bylines and from menus alike, so that these come after what the text says.</summary>
    private static readonly string[] PagesOfPeople =
    [
        "a[href*='/author/']", "a[href*='/autor/']", "a[href*='/autoren/']", "a[href*='/staff/']", "a[href*='/people/']", "a[href*='/profile/']", "a[href*='/profil/']", ".username",
    ];

    /// <summary>Bylines of one form that are looked at; others are of teasers.</summary>
    private const int MostBylines = 4;

    /// <param name="address">Of the page; null where it is not known.</param>
    public static IReadOnlyList<string> Of(IDocument page, LinkedData linked, PageMetadata meta, PageOutline outline, string? address)
    {
        var host = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? AuthorNames.Letters(uri.Host.Replace("www.", "", StringComparison.Ordinal)) : "";
        string?[] sites = [meta.First("og:site_name"), meta.First("publisher"), meta.First("dc.publisher"), .. linked.Names("publisher")];
        List<string>? newsroom = null, site = null;
        using var places = Places(page, linked, meta, outline).Concat(WeakPlaces(page, linked, outline).TakeWhile(_ => newsroom is null && site is null)).GetEnumerator();
        while (places.MoveNext())
        {
            var names = AuthorNames.In(places.Current);
            var others = names.FindAll(name => !IsOfHost(name, host) && !Array.Exists(sites, site => site is not null && IsSite(name, site)));
            var persons = others.FindAll(name => !AuthorNames.IsNobody(name));
            if (persons.Exists(name => !AuthorNames.IsBeside(name)))
                persons.RemoveAll(AuthorNames.IsBeside);
            if (persons.Count > 0)
                return persons.Exists(IsShort) ? Completed(persons, places) : persons;
            newsroom ??= others.Count > 0 ? names : null;
            site ??= names.Count > 0 ? names : null;
        }

        return newsroom ?? site ?? [];
    }

    /// <summary>A first name or the name of an account, where a later place has the whole name.</summary>
    private static List<string> Completed(List<string> persons, IEnumerator<IEnumerable<string>> places)
    {
        List<string> later = [];
        while (places.MoveNext())
            later.AddRange(AuthorNames.In(places.Current));
        return persons.ConvertAll(name => !IsShort(name) ? name : later.Find(other => AuthorNames.IsWhole(other) && !AuthorNames.IsNobody(other)
            && (other.StartsWith(name + ' ', StringComparison.OrdinalIgnoreCase) || AuthorNames.Letters(other) == AuthorNames.Letters(name))) ?? name);
    }

    private static bool IsShort(string name) => !name.Contains(' ', StringComparison.Ordinal);

    /// <summary>Each place that may name the author, the most trustworthy first.</summary>
    private static IEnumerable<IEnumerable<string>> Places(IDocument page, LinkedData linked, PageMetadata meta, PageOutline outline)
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
            yield return [Labelled().Match(LabelAlone().IsMatch(text) && i + 1 < outline.Blocks.Count ? text + ' ' + outline.Blocks[i + 1].Text : text).Groups["name"].Value];
        }
    }

    /// <summary>Places that may name others just as well.</summary>
    private static IEnumerable<IEnumerable<string>> WeakPlaces(IDocument page, LinkedData linked, PageOutline outline)
    {
        foreach (var texts in PagesOfPeople.SelectMany(selector => Selected(page, selector, outline)))
            yield return texts;
        yield return linked.Persons();
        yield return Signature(page);
        yield return [OnesOwnSite().Match(PageText.Clean(page.Title ?? "")).Groups["name"].Value];
    }

    /// <summary>The last paragraph of a text where it is nothing but a name, set apart by its letters.</summary>
    private static IEnumerable<string> Signature(IDocument page) =>
        page.QuerySelectorAll("p > b, p > i, p > em, p > strong")
            .Where(element => element.ParentElement is { NextElementSibling: null } paragraph && paragraph.TextContent.Trim() == element.TextContent.Trim() && paragraph.PreviousElementSibling?.LocalName == "p")
            .Select(element => PageText.Clean(element.TextContent))
            .Where(text => AuthorNames.IsWhole(text))
            .Take(1);

    /// <summary>Elements beside each other are one byline.</summary>
    private static IEnumerable<IEnumerable<string>> Selected(IDocument page, string selector, PageOutline outline) =>
        page.QuerySelectorAll(selector).Where(outline.IsOfTheArticle).Take(8)
            .GroupBy(element => element.ParentElement)
            .Select(beside => beside
                .Select(element => PageText.Clean(element.GetAttribute("content") ?? string.Join(' ', TextBlocks.Of(element).Select(block => block.Text))))
                .Where(text => text.Length is > 1 and < 120))
            .Take(MostBylines);

    /// <summary>The name of the site in its address: Eat Smarter of eatsmarter.de.</summary>
    private static bool IsOfHost(string name, string host) =>
        host.Length > 0 && AuthorNames.Letters(name) is { Length: >= 3 } letters && (host.StartsWith(letters, StringComparison.Ordinal) || letters == host || (letters.Length >= 8 && letters.Contains(host.Split('.')[0], StringComparison.Ordinal)));

    /// <summary>The site itself, or its initials; a site that is called after somebody leaves the name to its owner.</summary>
    private static bool IsSite(string name, string site) =>
        (SameOrPart(name, site) && OnesOwnSite().Match(site).Groups["name"].Value != name) || (name.Length is 2 or 3 && name == Initials(site));

    private static string Initials(string site) => string.Concat(site.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0])));

    private static bool SameOrPart(string name, string site) =>
        name.Equals(site, StringComparison.OrdinalIgnoreCase) || (name.Length >= 4 && site.Contains(name, StringComparison.OrdinalIgnoreCase)) || (site.Length >= 4 && name.Contains(site, StringComparison.OrdinalIgnoreCase))
        || (site.Length >= 3 && name.StartsWith(site + ' ', StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\b(autor(in|en)?|author|auteur(\(s\))?|written by|posted by|geschrieben von|ein (artikel|beitrag) von|redaktion|herausgeber)\s*(:|\bby\b|(?<=von|by))\s*(?<name>[^|@.,;]{2,50})|\A(von|by|text von)\s+(?<name>(?-i:\p{Lu})[\p{L}.]+( (?-i:\p{Lu})[\p{L}.-]+){1,3})\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\A\W*(autor(in|en)?|author|written by|text|von|by)\s*:?\s*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LabelAlone();

    /// <summary>Daniel Lemire's blog.</summary>
    [GeneratedRegex(@"\b(?<name>\p{Lu}\p{L}+ (\p{Lu}\p{L}*\.? )?\p{Lu}\p{L}+)['\u2019]s ([\p{Lu}\p{Ll}]+ )?([Bb]log|[Hh]ome|[Ww]ebsite|[Ss]ite|[Jj]ournal|[Nn]otes|[Ww]eblog)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex OnesOwnSite();

    [GeneratedRegex(@"\A\W*(fotos?|photos?|bild(er)?|image|grafik|illustration)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OfPicture();

    [GeneratedRegex(@"written|verfasst|escrito|écrit|author|geschreven|scritto", RegexOptions.IgnoreCase)]
    private static partial Regex WrittenBy();
}
