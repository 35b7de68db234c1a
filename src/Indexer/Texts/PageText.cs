using System.Net;
using System.Text;

namespace Indexer.Texts;

/// <summary>Cleans text of attributes and fields.</summary>
internal static class PageText
{
    /// <summary>Returns the text on one line with single spaces; resolves character references, even if escaped repeatedly.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < 3 && text.Contains('&', StringComparison.Ordinal); i++)
        {
            var decoded = WebUtility.HtmlDecode(SurrogateReferences.Join(text));
            if (decoded == text)
                break;
            text = decoded;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var each in text)
        {
            var c = ReadableText.Meant(each);
            if (ReadableText.IsInvisible(c))
                continue;
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                clean.Append(c);
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }

        return clean.ToString().TrimEnd();
    }
}
