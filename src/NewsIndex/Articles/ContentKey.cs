using System.Buffers.Binary;
using System.Security.Cryptography;

namespace NewsIndex.Articles;

/// <summary>Identifies the content of an article: the first eight bytes of the SHA-256 of its record.</summary>
internal static class ContentKey
{
    public static ulong Of(ReadOnlySpan<byte> record)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(record, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
