namespace Indexer.Texts;

/// <summary>Paragraphs whose first lines are indented, as books and typescripts have them, without empty lines between.</summary>
internal static class ParagraphIndents
{
    /// <summary>Blanks; a tab counts as many.</summary>
    private const int MinIndent = 2;

    /// <summary>Characters of a line, on average: those that were broken at the width of a page are longer than those of lists.</summary>
    private const int MinMeanLength = 30;

    /// <summary>True where at least two lines are indented and most of them go on in lines that are not.</summary>
    public static bool AreIn(IReadOnlyList<string> lines)
    {
        int indented = 0, goesOn = 0, others = 0, length = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            length += lines[i].Trim().Length;
            if (!IsIndented(lines[i]))
                others++;
            else if (++indented > 0 && i + 1 < lines.Count && !string.IsNullOrWhiteSpace(lines[i + 1]) && !IsIndented(lines[i + 1]))
                goesOn++;
        }

        return goesOn >= 2 && goesOn * 2 > indented && others >= goesOn && length >= MinMeanLength * (indented + others);
    }

    public static bool IsIndented(string line) =>
        line.StartsWith('\t') || line.AsSpan().IndexOfAnyExcept(' ', '\u00A0', '\u3000') >= MinIndent;
}
