using System.Buffers;
using NewsIndex.Analysis;

namespace NewsIndex.Positions;

/// <summary>
/// Finds where sentences, paragraphs and quotations of an article begin, as positions of their first words. Every second break of a
/// quotation is the position of the word after it; an unclosed quotation ends with its paragraph. A text without a full stop, such as a
/// table, is one sentence.
/// </summary>
internal sealed class TextBreaks
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(OpenQuotation.Marks);

    private readonly List<TextBreak> breaks = [];

    /// <summary>In order of their positions.</summary>
    public IReadOnlyList<TextBreak> Found => breaks;

    /// <summary>Adds the breaks of a text. Its positions must follow those of the texts added before.</summary>
    /// <param name="words">Offset and position of each word.</param>
    public void Add(string text, IReadOnlyList<(int Start, int Position)> words)
    {
        var (sentenceEnd, paragraphEnd, scanned, open) = (-1, -1, 0, default(OpenQuotation));
        var mark = NextMark(text, 0);
        foreach (var (start, at) in words)
        {
            // Some analyzers swap words; positions never go back.
            if (breaks.Count > 0 && at < breaks[^1].Position)
                continue;
            var changes = 0;
            if (mark < start || (open.IsOpen && paragraphEnd < start))
            {
                (changes, open) = Quotations(text, scanned, start, open, paragraphEnd);
                mark = NextMark(text, start);
            }

            if (start >= paragraphEnd)
            {
                breaks.Add(new TextBreak(at, BreakKind.Paragraph));
                paragraphEnd = ParagraphEnd(text, start);
            }

            if (start >= sentenceEnd)
            {
                breaks.Add(new TextBreak(at, BreakKind.Sentence));
                sentenceEnd = SentenceEnds.After(text, start);
            }

            // A quotation right after another one has two breaks at one position: the end of the first and its own start.
            for (var i = 0; i < changes; i++)
                breaks.Add(new TextBreak(at, BreakKind.Quotation));
            // Those that were passed come again where words are out of their order.
            if (start < scanned)
                mark = NextMark(text, start);
            scanned = start;
        }

        if (open.IsOpen && words.Count > 0)
            breaks.Add(new TextBreak(Math.Max(words[^1].Position + 1, breaks[^1].Position), BreakKind.Quotation));
    }

    /// <returns>The next quotation mark from a place on, or the end of the text: most words have none before them.</returns>
    private static int NextMark(string text, int from)
    {
        var mark = text.AsSpan(from).IndexOfAny(Marks);
        return mark < 0 ? text.Length : from + mark;
    }

    /// <summary>Counts how often a quotation begins or ends between two words. It ends with its paragraph.</summary>
    /// <param name="open">The quotation at the first of the two words.</param>
    /// <returns>The count, and the quotation at the second word.</returns>
    private static (int Changes, OpenQuotation Open) Quotations(string text, int from, int to, OpenQuotation open, int paragraphEnd)
    {
        var changes = 0;
        for (var i = from; i < to; i++)
        {
            if (i == paragraphEnd && open.IsOpen)
                (changes, open) = (changes + 1, default);
            var next = open.After(text, i);
            changes += next.IsOpen == open.IsOpen ? 0 : 1;
            open = next;
        }

        return (changes, open);
    }

    private static int ParagraphEnd(string text, int start)
    {
        var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
        return end < 0 ? text.Length : end;
    }
}
