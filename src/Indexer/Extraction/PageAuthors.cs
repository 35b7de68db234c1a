using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Indexer.Extraction;

/// <summary>
/// Who wrote the article of a page: the first place that names a person; where none does, the first that names anyone, such as the
/// newsroom or an agency.
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
        "[class*=byline]", "[class*=Byline]", "[class*=author]:not(body):not(article)", "[class*=Author]", "[id*=author]", "[class*=autor]", "a[href*='/author/']", "a[href*='/autor/']", "a[href*='/autoren/']", "a[href*='/staff/']", "a[href*='/people/']", "a[href*='/profile/']", ".username", "[data-testid*=byline] a",
    ];

    /// <param name="address">Of the page; null where it is not known.</param>
    public static IReadOnlyList<string> Of(IDocument page, LinkedData linked, PageMetadata meta, PageOutline outline, string? address)
    {
        var host = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? Letters(uri.Host.Replace("www.", "", StringComparison.Ordinal)) : "";
        var sites = (string?[])[meta.First("og:site_name"), meta.First("publisher"), .. linked.Names("publisher")];
        List<string>? fallback = null;
        foreach (var texts in Places(page, linked, meta, outline))
        {
            var names = Split(texts);
            var persons = names.FindAll(name => !Nobody().IsMatch(name) && !IsOfHost(name, host) && !Array.Exists(sites, site => site is not null && SameOrPart(name, site)));
            if (persons.Count > 0)
                return persons;
            fallback ??= names.Count > 0 ? names : null;
        }

        return fallback ?? [];
    }

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

        foreach (var selector in Selectors)
        {
            yield return page.QuerySelectorAll(selector).Where(outline.IsOfTheArticle).Take(4)
                .Select(element => PageText.Clean(element.GetAttribute("content") ?? string.Join(' ', TextBlocks.Of(element).Select(block => block.Text))))
                .Where(text => text.Length is > 1 and < 120).Take(1);
        }

        foreach (var block in outline.Near().Where(block => block.Text.Length < 120))
            yield return [Byline().Match(block.Text).Groups["name"].Value];
        foreach (var block in outline.Blocks)
            yield return [Labelled().Match(block.Text).Groups["name"].Value];
        yield return linked.Persons();
    }

    private static List<string> Split(IEnumerable<string> texts) =>
    [
        .. texts.SelectMany(text => Separator().Split(Prefix().Replace(Address().Replace(text, " "), "")))
            .Select(Clean)
            .Where(IsName)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static string Clean(string name)
    {
        name = Tail().Replace(Prefix().Replace(Prefix().Replace(PageText.Clean(name), ""), ""), "").Trim(' ', ',', '-', '–', '|', '/', '•', '·', ':', '(', ')', '@', '"', '»', '«', '→', '*');
        return name.Length > 3 && !name.Any(char.IsLower) && name.Contains(' ', StringComparison.Ordinal)
            ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant())
            : name;
    }

    private static bool IsName(string name) =>
        name.Length is >= 2 and <= 60
        && name.Any(char.IsLetter)
        && !name.Any(c => c is '{' or '<' or '=' or '#' or '?' or '!')
        && name.Count(char.IsDigit) <= 4
        && name.Count(c => c == ' ') <= 6
        && !name.Contains("http", StringComparison.OrdinalIgnoreCase)
        && !Never().IsMatch(name);

    /// <summary>The name of the site in its address: Eat Smarter of eatsmarter.de.</summary>
    private static bool IsOfHost(string name, string host) =>
        host.Length > 0 && Letters(name) is { Length: >= 3 } letters && (host.StartsWith(letters, StringComparison.Ordinal) || letters == host || (letters.Length >= 8 && letters.Contains(host.Split('.')[0], StringComparison.Ordinal)));

    private static string Letters(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    private static bool SameOrPart(string name, string site) =>
        name.Equals(site, StringComparison.OrdinalIgnoreCase) || (name.Length >= 4 && site.Contains(name, StringComparison.OrdinalIgnoreCase)) || (site.Length >= 4 && name.Contains(site, StringComparison.OrdinalIgnoreCase));

    private const string By = @"(by|von|vom|par|por|di|door|av|af)";
    private const string Wrote = @"((written|posted|published|reported|reviewed|submitted|geschrieben|verfasst|erstellt|gespeichert|eingestellt|veröffentlicht|zeige alle beiträge|alle beiträge|beitrag|eingetragen|text|ein \p{L}+|eine \p{L}+|interview|autor(in)?|author|auteur(\(s\))?|redakteur(in)?|story|publicado|publié|foto|photos?|quelle|source)(\s+am\s+\S+|\s+on\s+\p{L}+ \d{1,2}, \d{4})?)";

    [GeneratedRegex(@"\A[\d.:/ ()\u2013|,-]*(" + Wrote + @"\s*:?\s*)?\b" + By + @"\b\s*:?\s+(?<name>[\p{Lu}\d]\S.*)|\A[\d.]{6,10}\s*[-\u2013|]\s*(?<name>\p{Lu}\p{L}+ \p{Lu}\p{L}+)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Byline();

    [GeneratedRegex(@"\b(autor(in|en)?|author|auteur(\(s\))?|written by|posted by|geschrieben von|ein (artikel|beitrag) von|redaktion|herausgeber)\s*(:|\bby\b|(?<=von|by))\s*(?<name>[^|@.,;]{2,50})|\A(von|by|text von)\s+(?<name>\p{Lu}[\p{L}.]+( \p{Lu}[\p{L}.-]+){1,3})\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"written|verfasst|escrito|écrit|author|geschreven|scritto", RegexOptions.IgnoreCase)]
    private static partial Regex WrittenBy();

    [GeneratedRegex(@"\s*(;|,(?!\s*(Jr|Sr|PhD|MD)\b)|\||\n|\u2022|\u00B7|/|\s(and|und|et|y|e|og|och|en|i|ja|ve|with|mit|&)\s)\s*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\A\s*(" + Wrote + @"\s*(:\s*|\s+(?=" + By + @"\b)|(?<=author|autor|autorin)\s+))?(\b" + By + @"\b\s*:?\s+)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s+(am|on|in|le|vom|illustration|fotos?|photos?|alles von|kontakt|posted|published|updated|shares|veröffentlicht|aktualisiert|for the)(\s+.*)?\z|\s*\(.*\)?\z|\s+[-–—|]\s+.*\z|,?\s+\d{1,2}[./]\d{1,2}.*\z|\s+@.*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\S+@\S+\.\S+|https?://\S+|www\.\S+")]
    private static partial Regex Address();

    /// <summary>A newsroom or an agency rather than a person.</summary>
    [GeneratedRegex(@"\A(admin(istrator)?|\S*admin|.*\b(redaktion|editorial|staff|agenc(y|ies|ia)|team|news service.*|pressestelle|press release|pressemitteilung|reports)\b.*|editors?|newsroom|anonymous|guest|contributor|dpa.*|afp|reuters|ap|epd|kna|apa|www\..*|\S+\.(com|de|org|net|ch|at|fr|eu|info|co\.uk)(-.*)?|.* (e\.\s?V\.?|GmbH|AG|Inc\.?|Stiftung|Verband))\z", RegexOptions.IgnoreCase)]
    private static partial Regex Nobody();

    [GeneratedRegex(@"\A(author|authors|autor(in)?|auteur|published by|posted by|posted on.*|erstellt|follow.*|home|website|default|none|null|n/a|undefined|index|share.*|contact|kontakt|more|mehr.*|view all.*|alle .*|about.*|über .*|read more.*|zuletzt.*|eingetragen.*|updated.*|profile?|profil|a propos.*|.*\d{1,2}:\d{2}.*|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|ev|datum|date|archiv.*|comments?|kommentare?.*|\d+ .*|unbekannt|text|foto.*|photo.*|image|bild.*|advertisement|anzeige|subscribe|e-?mail|designed|jan\w*|feb\w*|mar\w*|apr\w*|may|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Never();
}
