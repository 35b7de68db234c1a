using System.Buffers;
using System.Text;

namespace Indexer.Texts;

/// <summary>Removes invisible characters inside words and decodes C1 control characters.</summary>
internal static class ReadableText
{
    private const char FirstC1 = '\u0080', LastC1 = '\u009F';

    /// <summary>Windows-1252 from 0x80 to 0x9F, as HTML reads <c>&amp;#128;</c> to <c>&amp;#159;</c>; 0 for undefined ones.</summary>
    private const string Windows1252 =
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
        + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    /// <summary>Characters U+0080 to U+009F, and those of <see cref="IsInvisible"/>.</summary>
    private static readonly SearchValues<char> Unreadable =
        SearchValues.Create(
            [.. Enumerable.Range(FirstC1, LastC1 - FirstC1 + 1).Select(c => (char)c), '\u00AD', '\u034F', '\u200B', '\u2060', '\uFEFF']);

    /// <summary>
    /// Returns true for soft hyphens, zero-width spaces, word joiners and byte order marks, which hide words from a search. Joiners that
    /// change letters (U+200C, U+200D) are part of the spelling in Persian and Indic scripts.
    /// </summary>
    public static bool IsInvisible(char c) => c is '\u00AD' or '\u034F' or '\u200B' or '\u2060' or '\uFEFF';

    /// <summary>The intended character: C1 control characters come from Windows-1252 text labelled as Latin-1.</summary>
    public static char Meant(char c) => c is >= FirstC1 and <= LastC1 && Windows1252[c - FirstC1] is var meant and not '\0' ? meant : c;

    /// <summary>Removes invisible characters and decodes C1 control characters; undefined ones are removed.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Unreadable))
            return text;
        var readable = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var meant = Meant(c);
            if (!IsInvisible(meant) && meant is not (>= FirstC1 and <= LastC1))
                readable.Append(meant);
        }

        return readable.ToString();
    }
}
