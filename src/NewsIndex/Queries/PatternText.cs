using System.Text;

namespace NewsIndex.Queries;

/// <summary>The text of a pattern: <c>*</c> and <c>?</c> are wildcards; a backslash escapes them and itself.</summary>
internal static class PatternText
{
    public static bool IsOpen(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
                i++;
            else if (pattern[i] is '*' or '?')
                return true;
        }

        return false;
    }

    /// <summary>Escapes every special character of a text.</summary>
    public static string Literal(string pattern)
    {
        var literal = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
                i++;
            literal.Append(pattern[i]);
        }

        return literal.ToString();
    }

    /// <summary>Replaces the wildcards of a pattern and unescapes the rest.</summary>
    public static string Replace(string pattern, char star, char mark)
    {
        var replaced = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
                replaced.Append(pattern[++i]);
            else
                replaced.Append(c == '*' ? star : c == '?' ? mark : c);
        }

        return replaced.ToString();
    }

    /// <summary>An escaped character of a pattern.</summary>
    public static string Escaped(char c) => c is '*' or '?' or '\\' ? "\\" + c : c.ToString();

    /// <summary>Words separated by spaces.</summary>
    public static string[] Words(string pattern) => pattern.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
