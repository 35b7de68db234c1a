namespace SearchCli.Output;

/// <summary>A cell after RFC 4180.</summary>
internal static class CsvCell
{
    /// <summary>Quoted where it must be; a cell that a spreadsheet would run as a formula is made text.</summary>
    public static string Of(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '@' || (text.Length > 1 && text[0] is '+' or '-' && !char.IsDigit(text[1])))
            text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
