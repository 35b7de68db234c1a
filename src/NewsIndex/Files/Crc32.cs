using System.Buffers.Binary;

namespace NewsIndex.Files;

/// <summary>
/// CRC-32 of ISO 3309, that of zip, which files of an index end with. Eight bytes at a time; Lucene takes each by itself.
/// </summary>
/// <remarks>Kounavis and Berry, "Novel Table Lookup-Based Algorithms for High-Performance CRC Generation", 2008: slicing by 8.</remarks>
internal struct Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int Slices = 8;

    /// <summary>256 entries for each slice: what a byte comes to with so many zeros behind it.</summary>
    private static readonly uint[] Table = NewTable();

    private uint value;

    /// <summary>Of all bytes so far; 0 for none.</summary>
    public readonly uint Value => value;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> table = Table;
        var crc = ~value;
        for (; bytes.Length >= Slices; bytes = bytes[Slices..])
        {
            var next = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ crc;
            crc = table[(7 * 256) + (byte)next] ^ table[(6 * 256) + (byte)(next >> 8)]
                ^ table[(5 * 256) + (byte)(next >> 16)] ^ table[(4 * 256) + (byte)(next >> 24)]
                ^ table[(3 * 256) + (byte)(next >> 32)] ^ table[(2 * 256) + (byte)(next >> 40)]
                ^ table[256 + (byte)(next >> 48)] ^ table[(byte)(next >> 56)];
        }

        foreach (var b in bytes)
            crc = (crc >> 8) ^ table[(byte)(crc ^ b)];
        value = ~crc;
    }

    private static uint[] NewTable()
    {
        var table = new uint[Slices * 256];
        for (var b = 0; b < table.Length; b++)
        {
            if (b >= 256)
            {
                table[b] = (table[b - 256] >> 8) ^ table[(byte)table[b - 256]];
                continue;
            }

            table[b] = (uint)b;
            for (var bit = 0; bit < 8; bit++)
                table[b] = (table[b] >> 1) ^ ((table[b] & 1) * Polynomial);
        }

        return table;
    }
}
