using Lucene.Net.Index;

namespace NewsIndex.Lucene.Codec;

/// <summary>Encodes the entries of a block of terms: offsets as differences from the entry before.</summary>
internal static class TermEntryCode
{
    /// <summary>Writes where the first entry of a block begins.</summary>
    /// <returns>The entry to take as the one before it.</returns>
    public static TermEntry AddStart(ByteBuffer buffer, in TermEntry first, FieldParts parts)
    {
        buffer.AddVariable((ulong)first.DocStart);
        if (parts.Has(FieldParts.Positions))
            buffer.AddVariable((ulong)first.PositionStart);
        if (parts.Has(FieldParts.Extras))
            buffer.AddVariable((ulong)first.ExtraStart);
        return first;
    }

    /// <exception cref="CorruptIndexException">There are no more bytes.</exception>
    public static TermEntry ReadStart(ref ByteReader reader, FieldParts parts)
    {
        var start = new TermEntry { DocStart = reader.ReadVariable() };
        if (parts.Has(FieldParts.Positions))
            start.PositionStart = reader.ReadVariable();
        if (parts.Has(FieldParts.Extras))
            start.ExtraStart = reader.ReadVariable();
        return start;
    }

    /// <param name="before">The entry before it; becomes this one.</param>
    public static void Add(ByteBuffer buffer, in TermEntry entry, ref TermEntry before, FieldParts parts)
    {
        var more = entry.TotalTermFreq - entry.DocFreq;
        buffer.AddVariable(((ulong)entry.DocFreq * 2) + (more > 0 ? 1u : 0u));
        if (more > 0)
            buffer.AddVariable((ulong)more);
        if (entry.HasOneDoc)
            buffer.AddVariable((ulong)entry.OnlyDoc);
        else
            AddOffset(buffer, entry.DocStart, ref before.DocStart);
        if (parts.Has(FieldParts.Positions))
        {
            if (entry.HasOneDoc)
                buffer.AddVariable(entry.OnlyPosition);
            AddOffset(buffer, entry.PositionStart, ref before.PositionStart);
        }

        if (parts.Has(FieldParts.Extras))
            AddOffset(buffer, entry.ExtraStart, ref before.ExtraStart);
    }

    /// <param name="entry">The entry before it; becomes this one.</param>
    /// <param name="segmentDocs">Documents of the segment.</param>
    /// <exception cref="CorruptIndexException">A value is out of its range, or there are no more bytes.</exception>
    public static void Read(ref ByteReader reader, ref TermEntry entry, FieldParts parts, int segmentDocs)
    {
        var docs = reader.ReadVariable();
        if (docs / 2 is 0 || docs / 2 > segmentDocs)
            throw new CorruptIndexException($"{docs / 2} documents of a term are invalid; expected 1 to {segmentDocs}; run verify");
        entry.DocFreq = (int)(docs / 2);
        entry.TotalTermFreq = entry.DocFreq + (docs % 2 == 0 ? 0 : reader.ReadVariable());
        if (entry.TotalTermFreq < entry.DocFreq)
        {
            throw new CorruptIndexException(
                $"frequency {entry.TotalTermFreq} of a term is invalid; expected {entry.DocFreq} or more; run verify");
        }

        if (entry.HasOneDoc)
            entry.OnlyDoc = reader.ReadVariable(segmentDocs - 1);
        else
            entry.DocStart += reader.ReadVariable();
        if (parts.Has(FieldParts.Positions))
        {
            if (entry.HasOneDoc)
                entry.OnlyPosition = OnlyPosition(ref reader, entry.HasOnePosition);
            entry.PositionStart += reader.ReadVariable();
        }

        if (parts.Has(FieldParts.Extras))
            entry.ExtraStart += reader.ReadVariable();
    }

    private static void AddOffset(ByteBuffer buffer, long offset, ref long before)
    {
        buffer.AddVariable((ulong)(offset - before));
        before = offset;
    }

    private static uint OnlyPosition(ref ByteReader reader, bool isPosition)
    {
        var value = reader.ReadVariable();
        if (value > (isPosition ? uint.MaxValue : 32))
            throw new CorruptIndexException($"position {value} of the index is invalid; run verify");
        return (uint)value;
    }
}
