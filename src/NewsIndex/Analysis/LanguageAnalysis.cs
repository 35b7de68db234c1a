using Lucene.Net.Util;

namespace NewsIndex.Analysis;

/// <summary>The languages with stemming, and the marks that keep their terms apart.</summary>
/// <remarks>
/// Stems carry a mark of their language, so that a query word stemmed as English finds English articles and never a foreign word that
/// happens to look like the stem.
/// </remarks>
internal static class LanguageAnalysis
{
    /// <summary>The code of an article whose language is not known.</summary>
    public const string Unknown = "-";

    /// <summary>
    /// Marks are private-use characters, which texts do not contain. The index of a language in <see cref="LanguageChains.All"/> is its
    /// mark.
    /// </summary>
    private const char FirstMark = '\uE000';

    private static readonly Dictionary<string, (LanguageChain Chain, char Mark)> ByCode =
        LanguageChains.All.Select((chain, i) => (chain, Mark: (char)(FirstMark + i))).ToDictionary(row => row.chain.Code);

    /// <summary>
    /// The language whose analysis a tag gets: <c>en-US</c> is en, <c>nb-NO</c> is no. <see cref="Unknown"/> for an empty tag; the tag's
    /// own language if it has no analyzer.
    /// </summary>
    public static string CodeOf(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag))
            return Unknown;
        var code = tag.Split('-', '_')[0].ToLowerInvariant();
        return code switch
        {
            "nb" or "nn" => "no",
            "iw" => "he",
            "in" => "id",
            _ => code,
        };
    }

    /// <summary>The number of a language from 1 to 62; 0 for all languages without an analyzer, whose words carry no mark.</summary>
    public static int NumberOf(string code) => ByCode.TryGetValue(code, out var found) ? found.Mark - FirstMark + 1 : 0;

    /// <summary>The number of the language whose mark a term carries; 0 for a term without a mark.</summary>
    public static int NumberOfTerm(BytesRef term)
    {
        // A mark takes three bytes of UTF-8.
        if (term.Length < 3)
            return 0;
        var last = term.Bytes.AsSpan(term.Offset + term.Length - 3, 3);
        var mark = ((last[0] & 0x0F) << 12) | ((last[1] & 0x3F) << 6) | (last[2] & 0x3F);
        return (last[0] & 0xF0) == 0xE0 && IsMark((char)mark) ? mark - FirstMark + 1 : 0;
    }

    /// <summary>Returns true if a character is the mark of a language.</summary>
    public static bool IsMark(char c) => c >= FirstMark && c < FirstMark + LanguageChains.All.Count;

    /// <summary>
    /// Returns false if words are not stemmed, and carry no mark: the chain is then <see cref="LanguageChain.Unknown"/>, and the mark
    /// <c>\0</c>.
    /// </summary>
    public static bool TryGet(string code, out LanguageChain chain, out char mark)
    {
        var known = ByCode.TryGetValue(code, out var found);
        (chain, mark) = known ? found : (LanguageChain.Unknown, '\0');
        return known;
    }
}
