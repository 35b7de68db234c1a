using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;
using IAttribute = Lucene.Net.Util.IAttribute;

namespace NewsIndex.Lucene.Documents;

/// <summary>A token whose term is known in UTF-8: the index writer copies it as it is.</summary>
internal sealed class WordAttributes
    : Attribute, ITermToBytesRefAttribute, IPositionIncrementAttribute, IOffsetAttribute, IPayloadAttribute
{
    private byte[] term = [];

    public BytesRef BytesRef { get; } = new();

    public int PositionIncrement { get; set; } = 1;

    public int StartOffset { get; private set; }

    public int EndOffset { get; private set; }

    public BytesRef? Payload { get; set; }

    public void FillBytesRef() => (BytesRef.Bytes, BytesRef.Offset, BytesRef.Length) = (term, 0, term.Length);

    /// <param name="increment">Positions from the token before.</param>
    public void Set(byte[] utf8, int increment, int start, int end) =>
        (term, PositionIncrement, StartOffset, EndOffset) = (utf8, increment, start, end);

    public void SetOffset(int startOffset, int endOffset) => (StartOffset, EndOffset) = (startOffset, endOffset);

    public override void Clear()
    {
        Set([], 1, 0, 0);
        Payload = null;
    }

    public override void CopyTo(IAttribute target)
    {
        var other = (WordAttributes)target;
        other.Set(term, PositionIncrement, StartOffset, EndOffset);
        other.Payload = Payload;
    }
}
