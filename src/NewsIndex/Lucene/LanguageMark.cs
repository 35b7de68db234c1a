using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace NewsIndex.Lucene;

/// <summary>Puts the mark of a language behind each of its stems.</summary>
internal sealed class LanguageMark : TokenFilter
{
    private readonly char mark;
    private readonly ICharTermAttribute term;

    public LanguageMark(TokenStream stems, char mark)
        : base(stems)
    {
        this.mark = mark;
        term = AddAttribute<ICharTermAttribute>();
    }

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;
        term.Append(mark);
        return true;
    }
}
