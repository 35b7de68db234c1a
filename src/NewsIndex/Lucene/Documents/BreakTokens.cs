using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using NewsIndex.Articles;
using NewsIndex.Positions;

namespace NewsIndex.Lucene.Documents;

/// <summary>The <see cref="TextBreaks"/> of an article as terms, one for each <see cref="BreakKind"/>.</summary>
internal sealed class BreakTokens : TokenStream
{
    private readonly TextBreaks breaks = new();
    private readonly Article article;
    private readonly List<(int Start, int Position)> headline;
    private readonly List<(int Start, int Position)> body;
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private int next = -1;
    private int position = -1;

    /// <param name="headline">Offsets and positions of the headline's words; filled before this stream is read.</param>
    /// <param name="body">Offsets and positions of the body's words.</param>
    public BreakTokens(Article article, List<(int Start, int Position)> headline, List<(int Start, int Position)> body)
    {
        (this.article, this.headline, this.body) = (article, headline, body);
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public static string TermOf(BreakKind kind) => kind switch
    {
        BreakKind.Sentence => "s",
        BreakKind.Paragraph => "p",
        _ => "q",
    };

    public override bool IncrementToken()
    {
        if (next < 0)
        {
            breaks.Add(article.Headline, headline);
            breaks.Add(article.Body, body);
            next = 0;
        }

        if (next == breaks.Found.Count)
            return false;
        var (at, kind) = breaks.Found[next++];
        ClearAttributes();
        term.SetEmpty().Append(TermOf(kind));
        increment.PositionIncrement = at - position;
        position = at;
        return true;
    }
}
