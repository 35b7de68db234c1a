using System.Runtime.InteropServices;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Schema;

/// <summary>The bands of a text as bytes, four a band.</summary>
internal static class CopyBandsValue
{
    public static BytesRef Write(uint[] bands) => new(MemoryMarshal.AsBytes(bands.AsSpan()).ToArray());

    public static uint[] Read(BytesRef value) => MemoryMarshal.Cast<byte, uint>(value.Bytes.AsSpan(value.Offset, value.Length)).ToArray();
}
