using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsIndex.Lz4;

/// <summary>Decodes blocks of LZ4.</summary>
/// <remarks>
/// A block is a list of sequences: a token, literals, and a match, a distance back with a length; the last sequence has literals alone.
/// See https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md.
/// </remarks>
internal static class Lz4Block
{
    /// <summary>Room behind the decoded bytes that makes decoding faster: short runs are copied by whole vectors.</summary>
    public const int Slack = 2 * Step;

    private const int Step = 16;
    private const int MinMatch = 4;

    /// <summary>A length of this value in the token has more bytes.</summary>
    private const int Extended = 15;

    /// <summary>Returns how many bytes a block of so many bytes takes at most.</summary>
    public static int MaxEncodedLength(int length) => length + (length / 255) + 16;

    /// <summary>Decodes the first bytes of a block.</summary>
    /// <param name="from">The block; may have bytes behind it.</param>
    /// <param name="to">Receives the bytes, and others behind them. Longer than the whole block by <see cref="Slack"/> for speed.</param>
    /// <param name="wanted">How many bytes are needed.</param>
    /// <param name="used">How many bytes of <paramref name="from"/> the block takes, if all of it is wanted.</param>
    /// <returns>False if the block is cut off before the wanted bytes.</returns>
    /// <exception cref="InvalidDataException">The bytes are no such block, or it is longer than <paramref name="to"/>.</exception>
    public static bool TryDecode(ReadOnlySpan<byte> from, Span<byte> to, int wanted, out int used)
    {
        var (read, made) = (0, 0);
        used = 0;
        while (true)
        {
            if (read >= from.Length)
                return false;
            int token = from[read++];
            var literals = token >> 4;
            if (literals == Extended && !TryReadLength(from, ref read, ref literals))
                return false;
            literals = Math.Min(literals, wanted - made);
            if (literals > from.Length - read)
                return false;
            if (literals > to.Length - made)
                throw Invalid();
            CopyLiterals(from, read, to, made, literals);
            read += literals;
            made += literals;
            if (made >= wanted)
                break;

            if (from.Length - read < sizeof(ushort))
                return false;
            int distance = BinaryPrimitives.ReadUInt16LittleEndian(from[read..]);
            read += sizeof(ushort);
            var length = token & 0xF;
            if (length == Extended && !TryReadLength(from, ref read, ref length))
                return false;
            length += MinMatch;
            if (distance == 0 || distance > made || length > to.Length - made)
                throw Invalid();
            CopyMatch(to, made, distance, length);
            made += length;
            if (made >= wanted)
                break;
        }

        used = read;
        return true;
    }

    private static bool TryReadLength(ReadOnlySpan<byte> from, ref int read, ref int length)
    {
        while (read < from.Length)
        {
            var more = from[read++];
            length += more;
            // A length that no block of memory can have would overflow.
            if (length < 0)
                throw Invalid();
            if (more != byte.MaxValue)
                return true;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyLiterals(ReadOnlySpan<byte> from, int read, Span<byte> to, int made, int length)
    {
        if (length <= Step && read + Step <= from.Length && made + Step <= to.Length)
            Copy(ref MemoryMarshal.GetReference(from), read, ref MemoryMarshal.GetReference(to), made);
        else
            from.Slice(read, length).CopyTo(to[made..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyMatch(Span<byte> to, int made, int distance, int length)
    {
        var source = made - distance;
        if (distance >= Step && made + length + Step <= to.Length)
        {
            ref var bytes = ref MemoryMarshal.GetReference(to);
            for (var end = made + length; made < end; made += Step, source += Step)
                Copy(ref bytes, source, ref bytes, made);
            return;
        }

        // A match may overlap what it makes: it repeats its first bytes.
        for (var end = made + length; made < end;)
            to[made++] = to[source++];
    }

    private static void Copy(ref byte from, int read, ref byte to, int made) =>
        Vector128.LoadUnsafe(ref from, (nuint)read).StoreUnsafe(ref to, (nuint)made);

    private static InvalidDataException Invalid() => new("the bytes are not a block of LZ4");
}
