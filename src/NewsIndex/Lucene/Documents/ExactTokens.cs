using Lucene.Net.Analysis;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Words;

namespace NewsIndex.Lucene.Documents;

/// <summary>The words of a text as written, with their capitals in the payload. For one text after the other.</summary>
internal sealed class ExactTokens : TokenStream
{
    private readonly WordAttributes token = new();
    private readonly BytesRef payload = new();
    private TextWords? text;
    private bool hasSigns;
    private int word;
    private int part;

    public ExactTokens() => AddAttributeImpl(token);

    /// <summary>Words with their capitals.</summary>
    public ExactTokens Of(TextWords words)
    {
        (text, hasSigns) = (words, false);
        return this;
    }

    /// <summary>Words with their capitals and <see cref="WordSigns"/>.</summary>
    public ExactTokens WithSignsOf(TextWords words)
    {
        (text, hasSigns) = (words, true);
        return this;
    }

    public override void Reset() => word = part = 0;

    public override bool IncrementToken()
    {
        if (word == text!.Words.Count)
            return false;
        var (known, start, _) = text.Words[word];
        var (term, from, to, capitals) = known.Parts[part];
        token.Set(term, 1, start + from, start + to);
        SetPayload(hasSigns ? WithSigns(capitals, start + from, start + to) : capitals);
        if (++part == known.Parts.Length)
            (word, part) = (word + 1, 0);
        return true;
    }

    public override void End() => token.Set([], 0, text!.Text.Length, text.Text.Length);

    private void SetPayload(byte[]? bytes)
    {
        token.Payload = bytes is null ? null : payload;
        if (bytes is not null)
            (payload.Bytes, payload.Offset, payload.Length) = (bytes, 0, bytes.Length);
    }

    private byte[]? WithSigns(byte[]? capitals, int start, int end)
    {
        var words = text!.Words;
        var isFirst = part == 0;
        var isLast = part == words[word].Word.Parts.Length - 1;
        var mayHaveBefore = !isFirst || words[word].MayHaveSigns;
        var mayHaveBehind = !isLast || (word + 1 < words.Count ? words[word + 1].MayHaveSigns : text.MayEndWithSigns);
        if (!mayHaveBefore && !mayHaveBehind)
            return capitals;
        var (before, behind) = (
            mayHaveBefore ? WordSigns.Before(text.Text, start) : "", mayHaveBehind ? WordSigns.Behind(text.Text, end) : "");
        return before.Length > 0 || behind.Length > 0 ? WrittenForm.ToPayload(capitals, before, behind) : capitals;
    }
}
