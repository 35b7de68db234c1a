using System.Text;
using System.Text.RegularExpressions;

namespace Indexer.Archives.Xml;

/// <summary>
/// Adds the end tags that are missing: where an outer element ends, the elements open inside it end as well
/// (<c>&lt;title&gt;Fog&lt;br&gt;here&lt;/title&gt;</c>). Without this, an unclosed element contains everything that follows.
/// </summary>
internal static partial class TagBalance
{
    /// <param name="deepest">Maximum depth; a document with deeper nesting is returned unchanged.</param>
    public static string Repair(string xml, int deepest)
    {
        var balanced = new StringBuilder(xml.Length + 64);
        var open = new List<string>();
        var begin = 0;
        foreach (Match tag in Tag().Matches(xml))
        {
            var name = tag.Groups["name"].Value;
            if (name.Length == 0 || tag.Groups["alone"].Success)
                continue;
            if (!tag.Groups["end"].Success)
            {
                open.Add(name);
                if (open.Count > deepest)
                    return xml;
                continue;
            }

            balanced.Append(xml, begin, tag.Index - begin);
            begin = tag.Index + tag.Length;
            var at = open.LastIndexOf(name);
            if (at < 0)
                continue;
            Close(open, at, balanced);
        }

        balanced.Append(xml, begin, xml.Length - begin);
        Close(open, 0, balanced);
        return balanced.ToString();
    }

    private static void Close(List<string> open, int from, StringBuilder xml)
    {
        for (var i = open.Count - 1; i >= from; i--)
            xml.Append("</").Append(open[i]).Append('>');
        open.RemoveRange(from, open.Count - from);
    }

    /// <summary>Comments, CDATA sections and processing instructions are matched first: they contain no tags.</summary>
    [GeneratedRegex(
        @"<!\[CDATA\[.*?(\]\]>|\z)|<!--.*?(-->|\z)|<\?.*?(\?>|\z)"
        + @"|<(?<end>/)?\s*(?<name>[\p{L}_][\w.:-]*)(?>[^<>""']+|""[^""<]*""|'[^'<]*')*?(?<alone>/)?>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
