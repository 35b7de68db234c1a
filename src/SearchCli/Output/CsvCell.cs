namespace SearchCli.Output;

/// <summary>Formats cells of a CSV file after RFC 4180.</summary>
internal static class CsvCell
{
    /// <summary>Quotes a cell if necessary. A text that a spreadsheet would run as a formula is prefixed with an apostrophe.</summary>
    public static string Of(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '@' || (text.Length > 1 && text[0] is '+' or '-' && !char.IsDigit(text[1])))
            text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
