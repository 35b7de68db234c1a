using Lucene.Net.Index;
using NewsIndex.Positions;

namespace NewsIndex.Lucene.Codec;

/// <summary>Bits of the numbers of a block of postings. Takes two bytes in a file.</summary>
/// <param name="Docs">Of gaps between documents, 0 to 31.</param>
/// <param name="Freqs">Of frequencies less one, 0 to 31.</param>
/// <param name="Positions">Of positions as <see cref="PositionCode"/> numbers them, 0 to 32.</param>
internal readonly record struct BlockWidths(int Docs, int Freqs, int Positions)
{
    public int Code => Docs | (Freqs << 5) | (Positions << 10);

    /// <exception cref="CorruptIndexException">A width is out of its range.</exception>
    public static BlockWidths Of(int code)
    {
        var widths = new BlockWidths(code & 31, (code >> 5) & 31, code >> 10);
        if (widths.Positions > 32)
            throw new CorruptIndexException($"width {widths.Positions} of positions is invalid; expected 0 to 32; run verify");
        return widths;
    }
}
