using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

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
        payload.Payload =
            WrittenForm.ToPayload(payload.Payload, WordSigns.Before(text, offset.StartOffset), WordSigns.Behind(text, offset.EndOffset));
        return true;
    }
}
