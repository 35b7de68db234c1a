using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.BitPacking;
using NewsIndex.Lucene.Caching;

namespace NewsIndex.Lucene.Codec;

/// <summary>Reads offsets and payloads of the positions of a block: see <see cref="ExtrasWriter"/>.</summary>
internal sealed class ExtrasReader(BlockTerms terms)
{
    private readonly FieldParts parts = terms.Parts;
    private readonly RangeInput file = terms.Files.Extras.Fork();
    private readonly BytesRef payload = new();
    private byte[] scratch = [];
    private byte[] payloadScratch = [];
    private int block = -1;

    /// <summary>Offsets and lengths of payloads, packed.</summary>
    private ArraySegment<byte> packed;
    private int startWidth;
    private int lengthWidth;
    private int payloadWidth;
    private long lengthsBit;
    private long payloadsBit;

    /// <summary>Offset of the payloads in the file.</summary>
    private long payloadsStart;

    /// <summary>Bytes of the payloads before position <see cref="summedTo"/>.</summary>
    private long sum;
    private long summedTo;

    /// <summary>Forgets the block, because another term is read.</summary>
    public void Reset() => block = -1;

    /// <param name="list">List of the same field.</param>
    /// <param name="freqs">Frequencies of the block.</param>
    public void MoveTo(int block, BlockList list, ReadOnlySpan<int> freqs)
    {
        if (this.block == block)
            return;
        this.block = -1;
        long positions = 0;
        foreach (var freq in freqs)
            positions += freq;
        Read(list.ExtraStart(block), positions);
        this.block = block;
    }

    /// <param name="position">Number of a position among those of the block.</param>
    public int StartOffset(long position) => (int)RowBits.Get(packed.AsSpan(), position * startWidth, startWidth);

    /// <inheritdoc cref="StartOffset"/>
    public int EndOffset(long position) =>
        StartOffset(position) + (int)RowBits.Get(packed.AsSpan(), lengthsBit + (position * lengthWidth), lengthWidth);

    /// <inheritdoc cref="StartOffset"/>
    /// <returns>Null when the position has none; otherwise changed by the next call.</returns>
    public BytesRef? Payload(long position)
    {
        var length = PayloadLength(position);
        if (length == 0)
            return null;
        if (position < summedTo)
            (sum, summedTo) = (0, 0);
        for (; summedTo < position; summedTo++)
            sum += PayloadLength(summedTo);
        var read = file.Read(payloadsStart + sum, length, ref payloadScratch);
        (payload.Bytes, payload.Offset, payload.Length) = (read.Array!, read.Offset, length);
        return payload;
    }

    private int PayloadLength(long position) =>
        payloadWidth == 0 ? 0 : (int)RowBits.Get(packed.AsSpan(), payloadsBit + (position * payloadWidth), payloadWidth);

    private void Read(long start, long positions)
    {
        var count = (parts.Has(FieldParts.Offsets) ? 2 : 0) + (parts.Has(FieldParts.Payloads) ? 1 : 0);
        var widths = file.Read(start, count, ref scratch).AsSpan();
        (startWidth, lengthWidth) = parts.Has(FieldParts.Offsets) ? (widths[0], widths[1]) : (0, 0);
        payloadWidth = parts.Has(FieldParts.Payloads) ? widths[^1] : 0;
        if (startWidth > 32 || lengthWidth > 32 || payloadWidth > 31)
            throw new CorruptIndexException($"width {startWidth}, {lengthWidth} or {payloadWidth} of an extra is invalid; run verify");
        lengthsBit = 8 * RowBits.BytesOf(positions, startWidth);
        payloadsBit = lengthsBit + (8 * RowBits.BytesOf(positions, lengthWidth));
        var bytes = (payloadsBit / 8) + RowBits.BytesOf(positions, payloadWidth);
        if (bytes > int.MaxValue - RowBits.Padding)
            throw new CorruptIndexException($"{positions} positions of a block are invalid; expected fewer; run verify");
        packed = file.Read(start + count, (int)bytes + RowBits.Padding, ref scratch);
        payloadsStart = start + count + bytes;
        (sum, summedTo) = (0, 0);
    }
}
