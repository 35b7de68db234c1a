using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace NewsIndex.Analysis;

/// <summary>Stores the characters beside each word in the payload, with the capitals of <see cref="CapitalsMark"/>.</summary>
internal sealed class SignsMark : TokenFilter
{
    private readonly string text;
    private readonly IOffsetAttribute offset;
    private readonly IPayloadAttribute payload;

    /// <param name="text">The text of the words; their offsets refer to it.</param>
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
