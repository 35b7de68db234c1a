using System.Text.RegularExpressions;

namespace Indexer.Archives.Tables;

/// <summary>
/// Converts tables that escape quotation marks by a backslash (MySQL, PHP), such as <c>"He said \"no\""</c>, to doubled quotation marks. By
/// RFC 4180, such a field would end at its first inner quotation mark.
/// </summary>
/// <param name="text">The table. The result has the same number of characters.</param>
internal sealed partial class BackslashQuotes(TextReader text) : TextReader
{
    private bool isQuoted;
    private int pending = -1;

    /// <summary>Returns true for a table with an escaped quotation mark inside a field and no doubled one.</summary>
    public static bool AreIn(string head) => Escaped().IsMatch(head) && !Doubled().IsMatch(head);

    /// <summary>Removes the escapes of a field: backslashes before a backslash, a quotation mark or a line break.</summary>
    /// <remarks><c>\n</c> is unchanged, since it may be part of a path.</remarks>
    public static string Unescaped(string field) =>
        field.Contains('\\', StringComparison.Ordinal) ? Sequence().Replace(field, "${c}") : field;

    public override int Peek() => pending >= 0 ? pending : text.Peek();

    public override int Read()
    {
        if (pending >= 0)
        {
            var second = pending;
            pending = -1;
            return second;
        }

        var c = text.Read();
        if (c == '"')
            isQuoted = !isQuoted;
        if (c != '\\' || text.Peek() is not ('"' or '\\'))
            return c;
        pending = text.Read();
        return pending == '"' && isQuoted ? '"' : c;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        var read = 0;
        for (int c; read < count && (c = Read()) >= 0; read++)
            buffer[index + read] = (char)c;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            text.Dispose();
        base.Dispose(disposing);
    }

    [GeneratedRegex(@"(?<!\\)(\\\\)*\\""(?!\s*([,;|\t\r\n]|\z))|\\""""\s*([,;|\t\r\n]|\z)", RegexOptions.ExplicitCapture)]
    private static partial Regex Escaped();

    /// <summary>An empty field is two quotation marks as well, so a neighbour must not be the border of a field.</summary>
    [GeneratedRegex(@"[^,;|\t\r\n""\\]""""|(?<=[^\\])""""[^,;|\t\r\n""]")]
    private static partial Regex Doubled();

    [GeneratedRegex(@"\\(?<c>[\\""']|\r?\n)", RegexOptions.ExplicitCapture)]
    private static partial Regex Sequence();
}
