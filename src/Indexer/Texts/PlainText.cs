using System.Text;

namespace Indexer.Texts;

/// <summary>Finds the paragraphs of plain text.</summary>
internal static class PlainText
{
    /// <summary>
    /// Joins lines that are wrapped at one width, and words hyphenated there; empty lines or indented first lines separate paragraphs.
    /// Without either, every line is a paragraph.
    /// </summary>
    public static string Paragraphs(string text) => Join(text, linesAreBroken: false);

    /// <summary>As <see cref="Paragraphs"/>, for text wrapped at the width of a teleprinter, with or without empty lines.</summary>
    public static string OfTeleprinter(string text) => Join(text, linesAreBroken: true);

    private static string Join(string text, bool linesAreBroken)
    {
        var written = text.Split('\n');
        var lines = Array.ConvertAll(written, Clean);
        var hasEmptyLines = lines.SkipWhile(line => line.Length == 0)
            .Reverse()
            .SkipWhile(line => line.Length == 0)
            .Any(line => line.Length == 0);
        var isIndented = ParagraphIndents.AreIn(written);
        if (!hasEmptyLines && !linesAreBroken && !isIndented)
            return string.Join("\n\n", lines.Where(line => line.Length > 0));

        var words = new DividedWords(lines);
        var paragraphs = new StringBuilder();
        var begun = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
            {
                begun = false;
                continue;
            }

            begun &= !isIndented || !ParagraphIndents.IsIndented(written[i]);
            if (begun)
                words.Join(paragraphs, lines[i], endsInSoftHyphen: written[i - 1].AsSpan().TrimEnd().EndsWith("\u00AD"));
            else
                paragraphs.Append(paragraphs.Length > 0 ? "\n\n" : "").Append(lines[i]);
            begun = true;
        }

        return paragraphs.ToString();
    }

    private static string Clean(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (var each in line)
        {
            var c = ReadableText.Meant(each);
            if (char.IsWhiteSpace(c))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else if (!char.IsControl(c) && !ReadableText.IsInvisible(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().TrimEnd();
    }
}
