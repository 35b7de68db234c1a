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
        ref readonly var found = ref known.Parts[part];
        token.Set(known, found, start, 1);
        SetPayload(known.Bytes, found.Term + found.Length, found.Capitals);
        if (hasSigns)
            AddSigns();
        if (++part == known.PartCount)
            (word, part) = (word + 1, 0);
        return true;
    }

    public override void End() => token.SetEnd(text!.Text.Length, 0);

    private void SetPayload(byte[] bytes, int start, int length)
    {
        token.Payload = length == 0 ? null : payload;
        (payload.Bytes, payload.Offset, payload.Length) = (bytes, start, length);
    }

    private void AddSigns()
    {
        var words = text!.Words;
        var isFirst = part == 0;
        var isLast = part == words[word].Word.PartCount - 1;
        var mayHaveBefore = !isFirst || words[word].MayHaveSigns;
        var mayHaveBehind = !isLast || (word + 1 < words.Count ? words[word + 1].MayHaveSigns : text.MayEndWithSigns);
        if (!mayHaveBefore && !mayHaveBehind)
            return;
        var (before, behind) = (
            mayHaveBefore ? WordSigns.Before(text.Text, token.StartOffset) : "",
            mayHaveBehind ? WordSigns.Behind(text.Text, token.EndOffset) : "");
        if (before.Length == 0 && behind.Length == 0)
            return;
        var written = WrittenForm.ToPayload(payload.Bytes.AsSpan(payload.Offset, payload.Length), before, behind);
        SetPayload(written, 0, written.Length);
    }
}
