using Lucene.Net.Index;
using NewsIndex.Inversion;

namespace NewsIndex.Lucene.Segments;

/// <summary>A number for each document that has one: doc values or lengths of a field.</summary>
internal sealed class NumericColumn : NumericDocValues
{
    private readonly Pages<long> values = new();

    public DocumentSet Documents { get; } = new();

    public long Bytes => values.Bytes;

    public void Add(int doc, long value)
    {
        values.PadTo(doc);
        values.Add(value);
        Documents.Add(doc);
    }

    public override long Get(int docID) => docID < values.Count ? values[docID] : 0;

    public void Clear()
    {
        values.Clear();
        Documents.Clear();
    }
}
