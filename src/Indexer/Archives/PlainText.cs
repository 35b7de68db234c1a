using System.Text;

namespace Indexer.Archives;

/// <summary>Paragraphs of plain text, whichever way they are parted.</summary>
internal static class PlainText
{
    /// <summary>Lines that are broken at one width are joined; empty lines part paragraphs. Without empty lines, every line is a paragraph.</summary>
    public static string Paragraphs(string text) => Join(text, linesAreBroken: false);

    /// <summary>As <see cref="Paragraphs"/>, of a text whose lines are broken at the width of a teleprinter, whether there are empty lines or not.</summary>
    public static string OfTeleprinter(string text) => Join(text, linesAreBroken: true);

    private static string Join(string text, bool linesAreBroken)
    {
        var lines = text.Split('\n').Select(Clean).ToList();
        var hasEmptyLines = lines.SkipWhile(line => line.Length == 0).Reverse().SkipWhile(line => line.Length == 0).Any(line => line.Length == 0);
        if (!hasEmptyLines && !linesAreBroken)
            return string.Join("\n\n", lines.Where(line => line.Length > 0));

        var paragraphs = new StringBuilder();
        var begun = false;
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                begun = false;
                continue;
            }

            if (paragraphs.Length > 0)
                paragraphs.Append(begun ? " " : "\n\n");
            paragraphs.Append(line);
            begun = true;
        }

        return paragraphs.ToString();
    }

    private static string Clean(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (char.IsWhiteSpace(c))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else if (!char.IsControl(c) && c is not ('\uFEFF' or '\u200B' or '\u00AD'))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().TrimEnd();
    }
}
