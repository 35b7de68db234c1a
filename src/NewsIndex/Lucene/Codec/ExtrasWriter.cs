using System.Runtime.InteropServices;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsIndex.BitPacking;

namespace NewsIndex.Lucene.Codec;

/// <summary>
/// Offsets and payloads of the positions of a block: the widths, a byte for each kind of number; start offsets and lengths of the words;
/// lengths of the payloads; payloads. A part that the field does not have is left out.
/// </summary>
internal sealed class ExtrasWriter(FieldParts parts)
{
    private readonly List<int> starts = [];
    private readonly List<int> lengths = [];
    private readonly List<int> payloadLengths = [];
    private readonly ByteBuffer payloads = new();
    private readonly ByteBuffer written = new();

    public void Clear()
    {
        starts.Clear();
        lengths.Clear();
        payloadLengths.Clear();
        payloads.Clear();
    }

    public void Add(BytesRef? payload, int startOffset, int endOffset)
    {
        if (parts.Has(FieldParts.Offsets))
        {
            starts.Add(startOffset);
            lengths.Add(endOffset - startOffset);
        }

        if (!parts.Has(FieldParts.Payloads))
            return;
        payloadLengths.Add(payload?.Length ?? 0);
        if (payload is not null)
            payloads.Add(payload.Bytes.AsSpan(payload.Offset, payload.Length));
    }

    /// <summary>Adds the payload of a position in a field without offsets; empty for none.</summary>
    public void Add(ReadOnlySpan<byte> payload)
    {
        if (!parts.Has(FieldParts.Payloads))
            return;
        payloadLengths.Add(payload.Length);
        payloads.Add(payload);
    }

    /// <summary>Writes what was added.</summary>
    public void WriteTo(IndexOutput output)
    {
        if (!parts.Has(FieldParts.Extras))
            return;
        written.Clear();
        if (parts.Has(FieldParts.Offsets))
        {
            written.AddByte(WidthOf(starts));
            written.AddByte(WidthOf(lengths));
        }

        if (parts.Has(FieldParts.Payloads))
            written.AddByte(WidthOf(payloadLengths));
        Pack(starts);
        Pack(lengths);
        Pack(payloadLengths);
        written.WriteTo(output);
        payloads.WriteTo(output);
        Clear();
    }

    private void Pack(List<int> values)
    {
        var width = WidthOf(values);
        RowBits.Pack(CollectionsMarshal.AsSpan(values), width, written.Add(checked((int)RowBits.BytesOf(values.Count, width))));
    }

    private static int WidthOf(List<int> values)
    {
        uint all = 0;
        foreach (var value in values)
            all |= (uint)value;
        return RowBits.WidthOf(all);
    }
}
