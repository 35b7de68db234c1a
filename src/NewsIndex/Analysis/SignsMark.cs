using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace NewsIndex.Analysis;

/// <summary>Notes the signs beside each word of a text, with the capitals that <see cref="CapitalsMark"/> has noted.</summary>
internal sealed class SignsMark : TokenFilter
{
    private readonly string text;
    private readonly IOffsetAttribute offset;
    private readonly IPayloadAttribute payload;

    /// <param name="text">What the words are read from; their offsets are places in it.</param>
    public SignsMark(TokenStream words, string text)
        : base(words)
    {
        this.text = text;
        offset = AddAttribute<IOffsetAttribute>();
        payload = AddAttribute<IPayloadAttribute>();
    }

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;
        var (before, behind) = (WordSigns.Before(text, offset.StartOffset), WordSigns.Behind(text, offset.EndOffset));
        if (before.Length > 0 || behind.Length > 0)
            payload.Payload = new BytesRef(WrittenForm.ToPayload(CapitalsOf(payload.Payload), before, behind));
        return true;
    }

    private static ReadOnlySpan<byte> CapitalsOf(BytesRef? payload) =>
        payload is null ? [] : payload.Bytes.AsSpan(payload.Offset, payload.Length);
}
