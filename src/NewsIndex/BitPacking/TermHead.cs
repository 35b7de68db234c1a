using System.Buffers.Binary;

namespace NewsIndex.BitPacking;

/// <summary>The first eight bytes of a term as a number, which most comparisons of terms need alone.</summary>
internal static class TermHead
{
    /// <summary>Returns a number in the order of the terms; a shorter term is padded with zeros.</summary>
    public static ulong Of(ReadOnlySpan<byte> term)
    {
        if (term.Length >= sizeof(ulong))
            return BinaryPrimitives.ReadUInt64BigEndian(term);
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        term.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }
}
