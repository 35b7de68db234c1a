using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace NewsIndex.Analysis;

/// <summary>Stores in the payload which letters are capitals, before lower-casing.</summary>
internal sealed class CapitalsMark : TokenFilter
{
    private readonly ICharTermAttribute term;
    private readonly IPayloadAttribute payload;

    public CapitalsMark(TokenStream words)
        : base(words)
    {
        term = AddAttribute<ICharTermAttribute>();
        payload = AddAttribute<IPayloadAttribute>();
    }

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;
        payload.Payload = LetterCase.Of(term.Buffer.AsSpan(0, term.Length)) is { } capitals ? new BytesRef(capitals) : null;
        return true;
    }
}
