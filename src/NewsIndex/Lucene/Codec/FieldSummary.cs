using Lucene.Net.Index;
using Lucene.Net.Store;

namespace NewsIndex.Lucene.Codec;

/// <summary>Statistics of a field of a segment, at the head of its part of the index of terms.</summary>
/// <param name="SumTotalTermFreq">-1 for fields without frequencies.</param>
/// <param name="Docs">Documents with a term.</param>
internal sealed record FieldSummary(
    int Number, FieldParts Parts, int Terms, long SumTotalTermFreq, long SumDocFreq, int Docs)
{
    public void WriteTo(IndexOutput output)
    {
        output.WriteVInt32(Number + 1);
        output.WriteByte((byte)Parts);
        output.WriteVInt32(Terms);
        if (Parts.Has(FieldParts.Freqs))
            output.WriteVInt64(SumTotalTermFreq);
        output.WriteVInt64(SumDocFreq);
        output.WriteVInt32(Docs);
    }

    /// <summary>Marks the end of the fields.</summary>
    public static void AddEnd(IndexOutput output) => output.WriteVInt32(0);

    /// <returns>Null at the end of the fields.</returns>
    /// <exception cref="CorruptIndexException">A value is out of its range.</exception>
    public static FieldSummary? Read(ref ByteReader reader)
    {
        var number = reader.ReadVariable(int.MaxValue) - 1;
        if (number == -1)
            return null;
        var parts = (FieldParts)reader.ReadByte();
        var terms = reader.ReadVariable(int.MaxValue);
        var sumTotalTermFreq = parts.Has(FieldParts.Freqs) ? reader.ReadVariable() : -1;
        return new FieldSummary(number, parts, terms, sumTotalTermFreq, reader.ReadVariable(), reader.ReadVariable(int.MaxValue));
    }
}
