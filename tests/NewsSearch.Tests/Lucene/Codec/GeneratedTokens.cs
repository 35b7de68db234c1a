using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace NewsSearch.Tests.Lucene.Codec;

/// <summary>Words of a field with the positions, offsets and payloads that they are given.</summary>
internal sealed class GeneratedTokens : TokenStream
{
    private readonly IEnumerator<Token> tokens;
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private readonly IOffsetAttribute offset;
    private readonly IPayloadAttribute payload;

    public GeneratedTokens(IEnumerable<Token> tokens)
    {
        this.tokens = tokens.GetEnumerator();
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
        offset = AddAttribute<IOffsetAttribute>();
        payload = AddAttribute<IPayloadAttribute>();
    }

    public override bool IncrementToken()
    {
        if (!tokens.MoveNext())
            return false;
        ClearAttributes();
        var token = tokens.Current;
        term.SetEmpty().Append(token.Term);
        increment.PositionIncrement = token.Increment;
        offset.SetOffset(token.Start, token.End);
        payload.Payload = token.Payload is null ? null : new BytesRef(token.Payload);
        return true;
    }

    /// <param name="Increment">Of the position, from the token before.</param>
    public sealed record Token(string Term, int Increment, int Start, int End, byte[]? Payload);
}
