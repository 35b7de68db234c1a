using System.Text.RegularExpressions;

namespace NewsIndex.Queries;

/// <summary>Escapes slashes inside a regular expression, which slashes delimit; a backslash belongs to the character after it.</summary>
internal static partial class RegexSlashes
{
    /// <summary><c>a\/b</c> is a/b, and <c>a\\/b</c> a backslash and a slash.</summary>
    public static string Unescape(string inside) => EscapedSign().Replace(inside, match => match.Value == "\\/" ? "/" : match.Value);

    public static string Escape(string text) => SlashOrEscapedSign().Replace(text, match => match.Value == "/" ? "\\/" : match.Value);

    [GeneratedRegex(@"\\.", RegexOptions.Singleline)]
    private static partial Regex EscapedSign();

    [GeneratedRegex(@"\\.|/", RegexOptions.Singleline)]
    private static partial Regex SlashOrEscapedSign();
}
