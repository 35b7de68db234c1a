using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Indexer.Extraction;

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

    /// <param name="address">Of the page; null where it is not known.</param>
    public static IReadOnlyList<string> Of(IDocument page, LinkedData linked, PageMetadata meta, PageOutline outline, string? address)
    {
        var host = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? Letters(uri.Host.Replace("www.", "", StringComparison.Ordinal)) : "";
        string?[] sites = [meta.First("og:site_name"), meta.First("publisher"), meta.First("dc.publisher"), .. linked.Names("publisher")];
        List<string>? newsroom = null, site = null;
        using var places = Places(page, linked, meta, outline).Concat(WeakPlaces(page, linked, outline).TakeWhile(_ => newsroom is null && site is null)).GetEnumerator();
        while (places.MoveNext())
        {
            var names = Split(places.Current);
            var others = names.FindAll(name => !IsOfHost(name, host) && !Array.Exists(sites, site => site is not null && IsSite(name, site)));
            var persons = others.FindAll(name => !Nobody().IsMatch(name));
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
            later.AddRange(Split(places.Current));
        return persons.ConvertAll(name => !IsShort(name) ? name : later.Find(other => WholeName().IsMatch(other) && !Nobody().IsMatch(other)
            && (other.StartsWith(name + ' ', StringComparison.OrdinalIgnoreCase) || Letters(other) == Letters(name))) ?? name);
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
            yield return [Byline().Match(block.Text).Groups["name"].Value];
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
            .Where(text => WholeName().IsMatch(text))
            .Take(1);

    /// <summary>Elements beside each other are one byline.</summary>
    private static IEnumerable<IEnumerable<string>> Selected(IDocument page, string selector, PageOutline outline) =>
        page.QuerySelectorAll(selector).Where(outline.IsOfTheArticle).Take(8)
            .GroupBy(element => element.ParentElement)
            .Select(beside => beside
                .Select(element => PageText.Clean(element.GetAttribute("content") ?? string.Join(' ', TextBlocks.Of(element).Select(block => block.Text))))
                .Where(text => text.Length is > 1 and < 120))
            .Take(Looked);

    private const int Looked = 4;

    private static List<string> Split(IEnumerable<string> texts) =>
    [
        .. texts.SelectMany(text => Separator().Split(Prefix().Replace(Address().Replace(text, " "), "")))
            .Select(Clean)
            .Where(IsName)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static string Clean(string name)
    {
        name = Role().Replace(Tail().Replace(Prefix().Replace(Prefix().Replace(PageText.Clean(name), ""), ""), ""), "").Trim(' ', ',', '-', '–', '|', '/', '•', '·', ':', '(', ')', '@', '"', '»', '«', '→', '*');
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
        && !PartOfSentence().IsMatch(name)
        && !Never().IsMatch(name);

    /// <summary>The name of the site in its address: Eat Smarter of eatsmarter.de.</summary>
    private static bool IsOfHost(string name, string host) =>
        host.Length > 0 && Letters(name) is { Length: >= 3 } letters && (host.StartsWith(letters, StringComparison.Ordinal) || letters == host || (letters.Length >= 8 && letters.Contains(host.Split('.')[0], StringComparison.Ordinal)));

    private static string Letters(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    /// <summary>The site itself, or its initials; a site that is called after somebody leaves the name to its owner.</summary>
    private static bool IsSite(string name, string site) =>
        (SameOrPart(name, site) && OnesOwnSite().Match(site).Groups["name"].Value != name) || (name.Length is 2 or 3 && name == Initials(site));

    private static string Initials(string site) => string.Concat(site.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0])));

    private static bool SameOrPart(string name, string site) =>
        name.Equals(site, StringComparison.OrdinalIgnoreCase) || (name.Length >= 4 && site.Contains(name, StringComparison.OrdinalIgnoreCase)) || (site.Length >= 4 && name.Contains(site, StringComparison.OrdinalIgnoreCase));

    private const string By = @"(by|von|vom|par|por|di|door|av|af)";
    private const string Wrote = @"((written|posted|published|reported|reviewed|submitted|geschrieben|verfasst|erstellt|gespeichert|eingestellt|veröffentlicht|zeige alle beiträge|alle beiträge|beitrag|eingetragen|text|ein \p{L}+|eine \p{L}+|interview|autor(in)?|author|auteur(\(s\))?|redakteur(in)?|story|publicado|publié|foto|photos?|quelle|source)(\s+am\s+\S+|\s+on\s+\p{L}+ \d{1,2}, \d{4})?)";

    [GeneratedRegex(@"\A[\d.:/ ()\u2013|,-]*(" + Wrote + @"\s*:?\s*)?\b" + By + @"\b\s*:?\s+(?<name>[\p{Lu}\d]\S.*)|\A[\d.]{6,10}\s*[-\u2013|]\s*(?<name>\p{Lu}\p{L}+ \p{Lu}\p{L}+)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Byline();

    [GeneratedRegex(@"\b(autor(in|en)?|author|auteur(\(s\))?|written by|posted by|geschrieben von|ein (artikel|beitrag) von|redaktion|herausgeber)\s*(:|\bby\b|(?<=von|by))\s*(?<name>[^|@.,;]{2,50})|\A(von|by|text von)\s+(?<name>\p{Lu}[\p{L}.]+( \p{Lu}[\p{L}.-]+){1,3})\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    /// <summary>Words that no name has: small ones after a large one, but for those that stand within names.</summary>
    [GeneratedRegex(@"\p{Lu}.* (?!(von|vom|van|vander|zu|zum|zur|und|de|der|den|des|del|della|di|do|dos|das|da|du|la|las|le|les|el|al|los|bin|ibn|ben|bint|y|e|i|and|et|of|the|for|ter|ten|te|af|av|in|mit|with|from|d|jr|sr)\b)\p{Ll}{2,}\P{L}+\p{L}")]
    private static partial Regex PartOfSentence();

    [GeneratedRegex(@"\A\p{Lu}[\p{L}'\u2019.-]+( \p{L}[\p{L}'\u2019.-]*){1,3}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex WholeName();

    [GeneratedRegex(@"\A\W*(autor(in|en)?|author|written by|text|von|by)\s*:?\s*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LabelAlone();

    /// <summary>Daniel Lemire's blog.</summary>
    [GeneratedRegex(@"\b(?<name>\p{Lu}\p{L}+ (\p{Lu}\p{L}*\.? )?\p{Lu}\p{L}+)['\u2019]s ([\p{Lu}\p{Ll}]+ )?([Bb]log|[Hh]ome|[Ww]ebsite|[Ss]ite|[Jj]ournal|[Nn]otes|[Ww]eblog)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex OnesOwnSite();

    [GeneratedRegex(@"\A\W*(fotos?|photos?|bild(er)?|image|grafik|illustration)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OfPicture();

    [GeneratedRegex(@"written|verfasst|escrito|écrit|author|geschreven|scritto", RegexOptions.IgnoreCase)]
    private static partial Regex WrittenBy();

    [GeneratedRegex(@"\s*(;|,(?!\s*(Jr|Sr|PhD|MD)\b)|\||\n|\u2022|\u00B7|/|\s(and|und|et|y|e|og|och|en|i|ja|ve|with|mit|&)\s)\s*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\A\s*(beitrag(?=von )|" + Wrote + @"\s*(:\s*|\s+(?=" + By + @"\b)|(?<=author|autor|autorin)\s+))?((\b|(?<=beitrag))" + By + @"\b\s*:?\s+)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s+(am|on|in|le(?= \d)|vom|mo|di|mi|do|fr|sa|so|quelle:|source:|datum:|date:|illustration|fotos?|photos?|alles von|kontakt|posted|published|updated|shares|veröffentlicht|aktualisiert|for the)(:?\s+.*)?\z|\s*\(.*\)?\z|\s+[-–—|]\s+.*\z|,?\s+\d{1,2}[./]\d{1,2}.*\z|\s+@.*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\S+@\S+\.\S+|https?://\S+|www\.\S+")]
    private static partial Regex Address();

    /// <summary>What somebody is, before the name; academic titles are of the name.</summary>
    [GeneratedRegex(@"\A((\S*-)?(Expert(e|in)?|Redakteur(in)?|Reporter(in)?|Autor(in)?|Korrespondent(in)?|Chefredakteur(in)?|Rechtsanw[aä]lt(in)?|Gastautor(in)?|Kolumnist(in)?)|Staff Writer|Senior Reporter|Reporter|Correspondent|Editor|Columnist),?\s+(?=\p{Lu}\p{Ll}+\.? \p{Lu})", RegexOptions.ExplicitCapture)]
    private static partial Regex Role();

    /// <summary>A newsroom or an agency rather than a person.</summary>
    [GeneratedRegex(@"\A(admin(istrator)?|\S*admin|.*\b(redaktion|editorial|staff|agenc(y|ies|ia)|team|news service.*|pressestelle|press release|pressemitteilung|reports)\b.*|editors?|newsroom|anonymous|guest|contributor|dpa.*|afp|reuters|ap|epd|kna|apa|www\..*|\S+\.(com|de|org|net|ch|at|fr|eu|info|co\.uk)(-.*)?|.* (e\.\s?V\.?|GmbH|AG|Inc\.?|Stiftung|Verband))\z", RegexOptions.IgnoreCase)]
    private static partial Regex Nobody();

    [GeneratedRegex(@"\A(by|von|par|author|authors|autor(in)?|auteur|.*\bdesigned|am an? .*|published by|posted by|posted on.*|erstellt|follow.*|home|website|default|none|null|n/a|undefined|index|share.*|contact|kontakt|more|mehr.*|view all.*|alle .*|about.*|über .*|read more.*|zuletzt.*|eingetragen.*|updated.*|profile?|profil|a propos.*|.*\d{1,2}:\d{2}.*|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|ev|datum|date|archiv.*|comments?|kommentare?.*|\d+ .*|.*\b\d+ min(\.|uten|utes)?|unbekannt|text|foto.*|photo.*|image|bild.*|advertisement|anzeige|subscribe|e-?mail|designed|jan\w*|feb\w*|mar\w*|apr\w*|may|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Never();
}
