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

    public TextWords Text => text!;

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
        if (MayHaveSigns(word, part))
        {
            var written = WithSigns(word, part);
            SetPayload(written, 0, written.Length);
        }

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

    /// <summary>True when a part of a word may have signs, which make its payload longer than its capitals.</summary>
    public bool MayHaveSigns(int word, int part) => hasSigns && (MayHaveBefore(word, part) || MayHaveBehind(word, part));

    /// <summary>The payload of a part of a word; empty for none.</summary>
    public ReadOnlySpan<byte> PayloadOf(int word, int part) => MayHaveSigns(word, part) ? WithSigns(word, part) : CapitalsOf(word, part);

    private ReadOnlySpan<byte> CapitalsOf(int word, int part)
    {
        var known = text!.Words[word].Word;
        ref readonly var found = ref known.Parts[part];
        return known.Bytes.AsSpan(found.Term + found.Length, found.Capitals);
    }

    private bool MayHaveBefore(int word, int part) => part > 0 || text!.Words[word].MayHaveSigns;

    private bool MayHaveBehind(int word, int part) =>
        part < text!.Words[word].Word.PartCount - 1
        || (word + 1 < text.Words.Count ? text.Words[word + 1].MayHaveSigns : text.MayEndWithSigns);

    private byte[] WithSigns(int word, int part)
    {
        var (known, start, _) = text!.Words[word];
        ref readonly var found = ref known.Parts[part];
        var (before, behind) = (
            MayHaveBefore(word, part) ? WordSigns.Before(text.Text, start + found.Start) : "",
            MayHaveBehind(word, part) ? WordSigns.Behind(text.Text, start + found.End) : "");
        return before.Length == 0 && behind.Length == 0
            ? CapitalsOf(word, part).ToArray()
            : WrittenForm.ToPayload(CapitalsOf(word, part), before, behind);
    }
}
