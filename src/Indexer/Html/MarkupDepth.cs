namespace Indexer.Html;

/// <summary>
/// Measures the nesting of elements by their tags alone: parsers take quadratic time in the depth, so it must be known before parsing.
/// </summary>
internal static class MarkupDepth
{
    /// <summary>HTML elements without an end tag, or with an optional one.</summary>
    private static readonly HashSet<string> Endless = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th", "rp",
        "rt",
    };

    public static int OfXml(string xml)
    {
        int depth = 0, deepest = 0;
        for (var i = xml.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < xml.Length; i = xml.IndexOf('<', i + 1))
        {
            depth += xml[i + 1] == '/' ? -1 : char.IsLetter(xml[i + 1]) ? 1 : 0;
            var end = xml.IndexOf('>', i);
            if (end > 0 && xml[end - 1] == '/')
                depth--;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    /// <summary>The maximum depth of elements that need an end tag. Content of scripts and styles does not count.</summary>
    public static int OfHtml(string html)
    {
        var endless = Endless.GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0, deepest = 0;
        for (var i = html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i + 1))
        {
            var isEnd = html[i + 1] == '/';
            var name = NameAt(html, isEnd ? i + 2 : i + 1);
            if (!isEnd
                && (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase)))
            {
                i = html.IndexOf($"</{name}", i, StringComparison.OrdinalIgnoreCase);
                if (i < 0)
                    break;
            }
            else if (name.Length > 0 && !endless.Contains(name))
            {
                depth = Math.Max(0, depth + (isEnd ? -1 : 1));
                deepest = Math.Max(deepest, depth);
            }
        }

        return deepest;
    }

    private static ReadOnlySpan<char> NameAt(string markup, int begin)
    {
        var end = begin;
        while (end < markup.Length && (char.IsAsciiLetter(markup[end]) || (end > begin && char.IsAsciiDigit(markup[end]))))
            end++;
        return markup.AsSpan(begin, end - begin);
    }
}
