using System.Runtime.InteropServices;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Schema;

/// <summary>Encodes the LSH bands of a text, four bytes per band.</summary>
internal static class CopyBandsValue
{
    public static BytesRef Write(uint[] bands) => new(MemoryMarshal.AsBytes(bands.AsSpan()).ToArray());

    public static uint[] Read(BytesRef value) => MemoryMarshal.Cast<byte, uint>(value.Bytes.AsSpan(value.Offset, value.Length)).ToArray();
}
