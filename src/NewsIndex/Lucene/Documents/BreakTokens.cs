using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Documents;

/// <summary>
/// Terms that mark where sentences, paragraphs and quotations of an article begin, at the positions of their first words. Every second
/// quotation mark stands at the word after the quotation; a quotation that is never closed ends with its paragraph. Texts without a full
/// stop, such as tables, are one sentence.
/// </summary>
internal sealed class BreakTokens : TokenStream
{
    public const string Sentence = "s";
    public const string Paragraph = "p";
    public const string Quotation = "q";

    private readonly List<(int Position, string Term)> breaks = [];
    private readonly Article article;
    private readonly List<(int Start, int Position)> headline;
    private readonly List<(int Start, int Position)> body;
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private int next = -1;
    private int position = -1;

    /// <param name="headline">
    /// Where the words of the headline stand in <see cref="IndexFields.Text"/>; filled by the time that this is read.
    /// </param>
    /// <param name="body">Where those of the body stand.</param>
    public BreakTokens(Article article, List<(int Start, int Position)> headline, List<(int Start, int Position)> body)
    {
        (this.article, this.headline, this.body) = (article, headline, body);
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        if (next < 0)
        {
            Place(article.Headline, headline);
            Place(article.Body, body);
            next = 0;
        }

        if (next == breaks.Count)
            return false;
        ClearAttributes();
        term.SetEmpty().Append(breaks[next].Term);
        increment.PositionIncrement = breaks[next].Position - position;
        position = breaks[next++].Position;
        return true;
    }

    private void Place(string text, List<(int Start, int Position)> words)
    {
        var (sentenceEnd, paragraphEnd, scanned, quoted) = (-1, -1, 0, false);
        foreach (var (start, at) in words)
        {
            // Some analyzers turn words round; positions never go back.
            if (breaks.Count > 0 && at < breaks[^1].Position)
                continue;
            var changes = QuotationMarks(text, scanned, start, quoted, paragraphEnd);
            if (start >= paragraphEnd)
            {
                breaks.Add((at, Paragraph));
                paragraphEnd = ParagraphEnd(text, start);
            }

            if (start >= sentenceEnd)
            {
                breaks.Add((at, Sentence));
                sentenceEnd = SentenceEnds.After(text, start);
            }

            // A quotation right behind another has two marks at one place: the end of the first and its own beginning.
            for (var i = 0; i < changes; i++)
                breaks.Add((at, Quotation));
            (quoted, scanned) = (quoted ^ (changes % 2 == 1), start);
        }

        if (quoted && words.Count > 0)
            breaks.Add((Math.Max(words[^1].Position + 1, breaks[^1].Position), Quotation));
    }

    /// <summary>
    /// How many times quoting begins or ends between two words, from whether the first is quoted. It ends with its paragraph.
    /// </summary>
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
