using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using NewsIndex.Words;
using Attribute = Lucene.Net.Util.Attribute;
using IAttribute = Lucene.Net.Util.IAttribute;

namespace NewsIndex.Lucene.Documents;

/// <summary>A token whose term is known in UTF-8: the index writer copies it as it is.</summary>
internal sealed class WordAttributes
    : Attribute, ITermToBytesRefAttribute, IPositionIncrementAttribute, IOffsetAttribute, IPayloadAttribute
{
    private byte[] bytes = [];
    private int term;
    private int length;

    public BytesRef BytesRef { get; } = new();

    public int PositionIncrement { get; set; } = 1;

    public int StartOffset { get; private set; }

    public int EndOffset { get; private set; }

    public BytesRef? Payload { get; set; }

    public void FillBytesRef() => (BytesRef.Bytes, BytesRef.Offset, BytesRef.Length) = (bytes, term, length);

    /// <param name="start">Offset of the word in the text.</param>
    /// <param name="increment">Positions from the token before.</param>
    public void Set(KnownWord word, in WordToken token, int start, int increment)
    {
        (bytes, term, length) = (word.Bytes, token.Term, token.Length);
        (PositionIncrement, StartOffset, EndOffset) = (increment, start + token.Start, start + token.End);
    }

    /// <summary>A term that is not of a text.</summary>
    public void Set(BytesRef other)
    {
        (bytes, term, length) = (other.Bytes, other.Offset, other.Length);
        (PositionIncrement, StartOffset, EndOffset) = (1, 0, 0);
    }

    /// <summary>The end of a text.</summary>
    /// <param name="increment">Positions behind the last token.</param>
    public void SetEnd(int textLength, int increment) =>
        (PositionIncrement, StartOffset, EndOffset, Payload) = (increment, textLength, textLength, null);

    public void SetOffset(int startOffset, int endOffset) => (StartOffset, EndOffset) = (startOffset, endOffset);

    public override void Clear()
    {
        (bytes, term, length) = ([], 0, 0);
        SetEnd(0, 1);
    }

    public override void CopyTo(IAttribute target)
    {
        var other = (WordAttributes)target;
        (other.bytes, other.term, other.length) = (bytes, term, length);
        (other.PositionIncrement, other.Payload) = (PositionIncrement, Payload);
        other.SetOffset(StartOffset, EndOffset);
    }
}
