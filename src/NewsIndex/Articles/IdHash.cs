using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsIndex.Articles;

/// <summary>A 64-bit hash of an article id, for tables of millions of ids.</summary>
public static class IdHash
{
    public static ulong Of(string id)
    {
        Span<byte> utf8 = stackalloc byte[ArticleIdBytes];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var length = Encoding.UTF8.TryGetBytes(id, utf8, out var written) ? written : -1;
        SHA256.HashData(length >= 0 ? utf8[..length] : Encoding.UTF8.GetBytes(id), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    /// <summary>The UTF-8 bytes of the longest id.</summary>
    private const int ArticleIdBytes = ArticleId.MaximumLength * 3;
}
