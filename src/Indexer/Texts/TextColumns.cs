namespace Indexer.Texts;

/// <summary>Splits text in two columns that a converter of scans or PDFs set side by side, so that each line has parts of both.</summary>
internal static class TextColumns
{
    private const int MinLines = 5;

    /// <summary>Minimum number of spaces between the columns.</summary>
    private const string Gap = "   ";

    /// <summary>Minimum length of a left part, in characters; lists have shorter ones.</summary>
    private const int MinWidth = 20;

    /// <summary>Minimum share of lines whose second column begins at the most frequent position.</summary>
    private const double MinAligned = 0.8;

    /// <summary>Minimum share of letters among the characters; tables have fewer.</summary>
    private const double MinLetters = 0.7;

    /// <summary>The left column followed by the right one; null for text in one column.</summary>
    public static string? Of(string text)
    {
        List<string> lines = [.. text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
        if (lines.Count < MinLines)
            return null;
        var (second, aligned) = lines.CountBy(SecondColumn).MaxBy(column => column.Value);
        if (second < MinWidth || aligned < MinAligned * lines.Count || !IsProse(lines))
            return null;
        var left = lines.Select(line => line[..Math.Min(second, line.Length)]);
        return string.Join('\n', left.Concat(lines.Select(line => line[Math.Min(second, line.Length)..])));
    }

    /// <summary>Index of the text after the last gap; 0 if the line has no gap.</summary>
    private static int SecondColumn(string line)
    {
        var gap = line.LastIndexOf(Gap, StringComparison.Ordinal);
        return gap <= 0 || string.IsNullOrWhiteSpace(line[..gap]) ? 0 : gap + Gap.Length;
    }

    private static bool IsProse(List<string> lines) =>
        lines.Sum(line => line.Count(char.IsLetter)) >= MinLetters * lines.Sum(line => line.Count(c => !char.IsWhiteSpace(c)));
}
