using System.Text.RegularExpressions;

namespace Indexer.Archives.Tables;

/// <summary>
/// Tables in which a backslash, not a second quotation mark, keeps a quotation mark inside a field (MySQL, PHP):
/// <c>"He said \"no\""</c>. Read as RFC 4180 demands, such a field would end at the first of its quotation marks.
/// </summary>
/// <param name="text">The table; what comes out of it has doubled quotation marks and as many characters.</param>
internal sealed partial class BackslashQuotes(TextReader text) : TextReader
{
    private bool isQuoted;
    private int pending = -1;

    /// <summary>True for a table with a quotation mark behind a backslash inside a field, and none that is doubled there.</summary>
    public static bool AreIn(string head) => Escaped().IsMatch(head) && !Doubled().IsMatch(head);

    /// <summary>A field as it was before it was written: a backslash goes before a backslash, a quotation mark and a line end.</summary>
    /// <remarks><c>\n</c> stays, since it may be of a path.</remarks>
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

    /// <summary>Beside something that is no border of a field, since an empty field is two quotation marks as well.</summary>
    [GeneratedRegex(@"[^,;|\t\r\n""\\]""""|(?<=[^\\])""""[^,;|\t\r\n""]")]
    private static partial Regex Doubled();

    [GeneratedRegex(@"\\(?<c>[\\""']|\r?\n)", RegexOptions.ExplicitCapture)]
    private static partial Regex Sequence();
}
