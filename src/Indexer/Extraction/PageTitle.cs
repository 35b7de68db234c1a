using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Indexer.Extraction;

/// <summary>The headline of a page's article, without the name of the site that the title of a window begins or ends with.</summary>
internal static partial class PageTitle
{
    private static readonly string[] Signs = [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " / ", " « ", " ‹ ", " < ", " > ", " · ", "|"];

    /// <summary>A few words above a headline, of its subject.</summary>
    private const string Kickers =
        "[class*=kicker], [class*=overline], [class*=topline], [class*=roofline], [class*=dachzeile], [class*=spitzmarke], [class*=category], [class*=eyebrow], [class*=pretitle], [class*=pre-title], [class*=supertitle], [class*=headline-intro], [class*=intro], [class*=topic], [class*=prefix], [class*=label], [class*=subtitle], [class*=tagline], [class*=strapline], span[class*=small], small";

    /// <summary>With fewer words, the only large heading of a page may be that of its section.</summary>
    private const int WordsOfHeadline = 4;

    /// <summary>The title of a window, and its two halves: with more parts it names a section too.</summary>
    private const int PartsWithSite = 3;

    /// <param name="address">Of the page; null where it is not known.</param>
    public static string Of(IDocument page, LinkedData linked, PageMetadata meta, string? address)
    {
        var site = new SiteName(page, meta, address);
        var window = PageText.Clean(page.Title ?? "");
        List<string> described =
        [
            .. ((string?[])[meta.First("og:title"), linked.Text("headline"), meta.First("twitter:title"), meta.First("sailthru.title", "parsely-title", "dc.title", "title", "fb_title")])
                .OfType<string>().Select(PageText.Clean).Select(site.Without).Where(text => text.Length > 0 && !site.Is(text)),
        ];
        List<string> told = [.. described, .. Parts(site.Without(window)).Where(part => !site.Is(part))];
        var headings = page.QuerySelectorAll("h1, h2, h3").Where(heading => !IsHidden(heading) && !site.IsHeading(heading)).ToList();
        var first = headings.FindAll(heading => heading.LocalName == "h1");
        var shown = new Lazy<HashSet<string>>(() => ShownTexts(page, meta));
        return WithoutDate(
            Seen(first, described)
            ?? LongEnough(OnlyText(first))
            ?? described.Find(text => LongEnough(text) is not null && shown.Value.Contains(Fold(text)))
            ?? Seen(headings, described)
            ?? Seen(headings, told)
            ?? OnlyText(first)
            ?? (described.Count > 0 ? first.Select(WithoutKicker).FirstOrDefault(text => LongEnough(text) is not null) : null)
            ?? Named(OnlyText(headings), told)
            ?? (Parts(window).Skip(PartsWithSite).Any() ? told.Find(text => shown.Value.Contains(Fold(text))) : null)
            ?? told.FirstOrDefault()
            ?? site.Without(window));
    }

    /// <summary>Every text that stands by itself on the page, and what the page is described by.</summary>
    private static HashSet<string> ShownTexts(IDocument page, PageMetadata meta) =>
        [.. (page.Body is { } body ? TextBlocks.Of(body).Select(block => block.Text) : []).Append(meta.First("description") ?? "").Select(Fold)];

    /// <summary>A heading that has all words of something that was told.</summary>
    private static string? Named(string? heading, List<string> told) =>
        heading is not null && told.Exists(text => Words(text).IsProperSubsetOf(Words(heading))) ? heading : null;

    /// <summary>Null for what is too short to be known for a headline by itself.</summary>
    private static string? LongEnough(string? text) => text is not null && Words(text).Count >= WordsOfHeadline ? text : null;

    /// <summary>What a reader sees above the text, where the page's own description or its window confirms it.</summary>
    private static string? Seen(List<IElement> headings, List<string> told) =>
        headings.OrderBy(heading => heading.LocalName, StringComparer.Ordinal).Select(heading => Headline(heading, told)).OfType<string>().FirstOrDefault();

    private static string? OnlyText(List<IElement> headings) =>
        headings.DistinctBy(TextOf, StringComparer.Ordinal).Where(heading => TextOf(heading).Length > 0).ToList() is [var only] ? WithoutKicker(only) : null;

    /// <summary>What only those hear who do not see the page, and breadcrumbs: of its menus, not of its article.</summary>
    private static bool IsHidden(IElement element) => element.ClassName is { } names && Hidden().IsMatch(names);

    private static string WithoutDate(string title) => LeadingDate().Replace(title, "");

    /// <summary>The heading's text where what was told confirms it, less a kicker before it; null where nothing does.</summary>
    private static string? Headline(IElement heading, List<string> told)
    {
        var (whole, text) = (TextOf(heading), WithoutKicker(heading));
        if (text.Length == 0)
            return null;
        if (told.Exists(other => Same(other, text)))
            return text;
        if (told.Find(other => LongEnough(other) is not null && Fold(other).Length < Fold(whole).Length && Fold(whole).EndsWith(Fold(other), StringComparison.Ordinal)) is { } ending)
            return ending;

        // A kicker stands in an element of its own before the headline.
        var parts = heading.Descendants<IElement>().Select(TextOf).Append(OwnText(heading)).Where(part => part.Length > 0 && part != text).ToList();
        if (parts.Find(part => told.Exists(other => Same(other, part))) is { } headline)
            return headline;
        if (parts.Where(part => text.EndsWith(part, StringComparison.Ordinal) && part.Length >= 15 && part.Length < text.Length).MaxBy(part => part.Length) is { } last && heading.Children.Length >= 1 && text.Length - last.Length is > 1 and <= 60)
            return told.Exists(other => Overlaps(last, other)) ? last : null;
        return told.Exists(other => Overlaps(text, other)) ? text : null;
    }

    /// <summary>The heading's text, less what stands in an element for kickers before it.</summary>
    private static string WithoutKicker(IElement heading)
    {
        var whole = TextOf(heading);
        return heading.QuerySelector(Kickers) is { } kicker && TextOf(kicker) is var above && whole.StartsWith(above, StringComparison.Ordinal) && whole.Length > above.Length + 8
            ? whole[above.Length..].TrimStart(' ', ':', '|', '–', '-')
            : whole;
    }

    private static string TextOf(IElement element)
    {
        var seen = element;
        if (element.QuerySelectorAll("[class]").Any(IsHidden))
        {
            seen = (IElement)element.Clone();
            seen.QuerySelectorAll("[class]").Where(IsHidden).ToList().ForEach(hidden => hidden.Remove());
        }

        return PageText.Clean(string.Join(' ', TextBlocks.Of(seen).Select(block => block.Text)));
    }

    private static string OwnText(IElement element) => PageText.Clean(string.Concat(element.ChildNodes.OfType<IText>().Select(text => text.Data)));

    private static IEnumerable<string> Parts(string window)
    {
        yield return window;
        foreach (var sign in Signs)
        {
            if (!window.Contains(sign, StringComparison.Ordinal))
                continue;
            foreach (var part in window.Split(sign).Select(part => part.Trim()).Where(part => part.Length > 0).OrderByDescending(part => part.Length))
                yield return part;
        }
    }

    private static bool Same(string a, string b) => Fold(a) == Fold(b);

    private static string Fold(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    /// <summary>One text has nearly all words of the other.</summary>
    private static bool Overlaps(string heading, string other)
    {
        HashSet<string> words = Words(heading), others = Words(other);
        return words.Count >= 2 && others.Count >= 2
            && (words.Count(others.Contains) >= 0.7 * words.Count || others.Count(words.Contains) >= 0.85 * others.Count);
    }

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split((char[])[' ', ',', '.', ':', ';', '!', '?', '"', '\'', '“', '”', '„', '‘', '’', '»', '«', '–', '—', '-', '|', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"\b(visually-?hidden|sr-only|screen-reader\S*|hide-accessible|hidden-accessible|assistive-text|a11y-hidden)\b|breadcrumb", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Hidden();

    /// <summary>What the Wayback Machine puts before the address of a page.</summary>
    [GeneratedRegex(@"\Ahttps?://web\.archive\.org/web/\d+[a-z_]*/")]
    private static partial Regex Archived();

    [GeneratedRegex(@"\A\d{1,2}\.\d{1,2}\.\d{4}\s*[-–—:|]\s*(?=\S{3})")]
    private static partial Regex LeadingDate();

    /// <summary>What the page calls its site.</summary>
    private sealed class SiteName(IDocument page, PageMetadata meta, string? address)
    {
        private const int ShortestTitle = 15;
        private const int LongestSite = 40;

        private readonly string name = Fold(meta.First("og:site_name", "application-name") ?? "");
        private readonly string host = HostOf(page, meta, address);

        public bool Is(string text)
        {
            var folded = Fold(text);
            return folded.Length == 0
                || (name.Length > 0 && (folded == name || (folded.Length >= 4 && name.Contains(folded, StringComparison.Ordinal)) || (name.Length >= 4 && folded.StartsWith(name, StringComparison.Ordinal) && folded.Length < name.Length + 12)))
                || (host.Length > 0 && (folded == host || (folded.Length >= 3 && host.StartsWith(folded, StringComparison.Ordinal))));
        }

        public string Without(string title)
        {
            foreach (var sign in Signs)
            {
                var last = title.LastIndexOf(sign, StringComparison.Ordinal);
                if (last > 0 && Is(title[(last + sign.Length)..]))
                    return Without(title[..last].Trim());
                var first = title.IndexOf(sign, StringComparison.Ordinal);
                if (last >= ShortestTitle && sign.Contains('|', StringComparison.Ordinal) && title.Length - last <= LongestSite)
                    return Without(title[..last].Trim());
                if (first > 0 && Is(title[..first]))
                    return Without(title[(first + sign.Length)..].Trim());
            }

            return title;
        }

        /// <summary>The name of the site above each of its pages, a link to its front page.</summary>
        public bool IsHeading(IElement heading)
        {
            if (Is(TextOf(heading)))
                return true;
            if (heading.ClassName is { } names && (names.Contains("site-title", StringComparison.OrdinalIgnoreCase) || names.Contains("logo", StringComparison.OrdinalIgnoreCase) || names.Contains("blog-title", StringComparison.OrdinalIgnoreCase)))
                return true;
            var link = heading.QuerySelector("a[href]") ?? heading.Closest("a[href]");
            return link?.GetAttribute("href") is { } href && TextOf(link).Length >= 0.8 * TextOf(heading).Length && IsFrontPage(href);
        }

        private static bool IsFrontPage(string href) =>
            href is "" or "/" or "./" || href.StartsWith("/?", StringComparison.Ordinal)
            || (Uri.TryCreate(Archived().Replace(href, ""), UriKind.Absolute, out var uri) && uri.AbsolutePath.Length <= 1);

        private static string HostOf(IDocument page, PageMetadata meta, string? address)
        {
            var link = page.Head?.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? meta.First("og:url") ?? address;
            return link is not null && Uri.TryCreate(Archived().Replace(link, ""), UriKind.Absolute, out var uri) ? Fold(uri.Host.Replace("www.", "", StringComparison.Ordinal)) : "";
        }
    }
}
