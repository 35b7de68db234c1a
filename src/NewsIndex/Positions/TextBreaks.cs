using NewsIndex.Analysis;

namespace NewsIndex.Positions;

/// <summary>
/// Finds where sentences, paragraphs and quotations of an article begin, at the positions of their first words. Every second break of a
/// quotation stands at the word after it; a quotation that is never closed ends with its paragraph. A text without a full stop, such as a
/// table, is one sentence.
/// </summary>
internal sealed class TextBreaks
{
    private readonly List<TextBreak> breaks = [];

    /// <summary>In order of their positions.</summary>
    public IReadOnlyList<TextBreak> Found => breaks;

    /// <summary>Adds the breaks of a text whose words follow those of all texts before it.</summary>
    /// <param name="words">Offset and position of each word.</param>
    public void Add(string text, IReadOnlyList<(int Start, int Position)> words)
    {
        var (sentenceEnd, paragraphEnd, scanned, quoted) = (-1, -1, 0, false);
        foreach (var (start, at) in words)
        {
            // Some analyzers swap words; positions never go back.
            if (breaks.Count > 0 && at < breaks[^1].Position)
                continue;
            var changes = QuotationMarks(text, scanned, start, quoted, paragraphEnd);
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

            // A quotation right behind another has two breaks at one position: the end of the first and its own beginning.
            for (var i = 0; i < changes; i++)
                breaks.Add(new TextBreak(at, BreakKind.Quotation));
            (quoted, scanned) = (quoted ^ (changes % 2 == 1), start);
        }

        if (quoted && words.Count > 0)
            breaks.Add(new TextBreak(Math.Max(words[^1].Position + 1, breaks[^1].Position), BreakKind.Quotation));
    }

    /// <summary>The number of times that quoting begins or ends between two words. It ends with its paragraph.</summary>
    /// <param name="quoted">True when the first of the two words is quoted.</param>
    private static int QuotationMarks(string text, int from, int to, bool quoted, int paragraphEnd)
    {
        var changes = 0;
        for (var i = from; i < to; i++)
        {
            if (i == paragraphEnd)
                Turn(false);
            switch (text[i])
            {
                case '"':
                    Turn(!quoted);
                    break;
                case '“' or '„' or '«':
                    Turn(true);
                    break;
                case '”' or '»':
                    Turn(false);
                    break;
                default:
                    break;
            }
        }

        return changes;

        void Turn(bool value)
        {
            changes += quoted == value ? 0 : 1;
            quoted = value;
        }
    }

    private static int ParagraphEnd(string text, int start)
    {
        var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
        return end < 0 ? text.Length : end;
    }
}
