using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Segments;

/// <summary>Doc values in bytes.</summary>
internal sealed class BinaryColumn : BinaryDocValues
{
    private readonly ByteRows rows = new();

    public DocumentSet Documents { get; } = new();

    public long Bytes => rows.Bytes;

    public void Add(int doc, BytesRef value)
    {
        rows.PadTo(doc);
        rows.Add(value.Bytes.AsSpan(value.Offset, value.Length));
        Documents.Add(doc);
    }

    public override void Get(int docID, BytesRef result)
    {
        if (docID < rows.Count)
            rows.Get(docID, result);
        else
            result.Length = 0;
    }

    public void Clear()
    {
        rows.Clear();
        Documents.Clear();
    }
}
