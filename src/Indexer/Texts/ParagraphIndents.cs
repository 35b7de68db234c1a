namespace Indexer.Texts;

/// <summary>Recognises paragraphs by indented first lines, as in books and typescripts, without empty lines between.</summary>
internal static class ParagraphIndents
{
    /// <summary>Minimum width of an indent, in spaces; a tab counts as many.</summary>
    private const int MinIndent = 2;

    /// <summary>
    /// Minimum average length of a line, in characters: lines wrapped at the width of a page are longer than those of lists.
    /// </summary>
    private const int MinMeanLength = 30;

    /// <summary>Returns true if at least two lines are indented and most of them continue on unindented lines.</summary>
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
