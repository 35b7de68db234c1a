using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using NewsIndex;
using NewsIndex.Queries;

namespace SearchService.Requests;

/// <summary>
/// Where the next page begins, as a text without meaning to the caller. Bound to the query, its order and the generation of the index:
/// one byte of version, a digest of the request, the generation, the sort key and the id.
/// </summary>
internal static class PageToken
{
    private const byte Version = 1;
    private const int DigestLength = 8;
    private const int HeaderLength = 1 + DigestLength + 8 + 8 + 8;

    public static string Write(PageCursor? cursor, Query query, HitOrder order)
    {
        if (cursor is null)
            return "";
        var id = Encoding.UTF8.GetBytes(cursor.Id);
        var token = new byte[HeaderLength + id.Length];
        token[0] = Version;
        Digest(query, order).CopyTo(token, 1);
        var numbers = token.AsSpan(1 + DigestLength);
        BinaryPrimitives.WriteInt64BigEndian(numbers, cursor.Generation.Number);
        BinaryPrimitives.WriteUInt64BigEndian(numbers[8..], cursor.Generation.Fingerprint);
        BinaryPrimitives.WriteInt64BigEndian(numbers[16..], cursor.SortKey);
        id.CopyTo(token, HeaderLength);
        return Base64Url.EncodeToString(token);
    }

    /// <returns>Null for the empty token: the first page.</returns>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: not a token, or one of another request.</exception>
    public static PageCursor? Read(string text, Query query, HitOrder order)
    {
        if (text.Length == 0)
            return null;
        if (!Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { Length: > HeaderLength } token || token[0] != Version)
            throw Errors.ErrorsToStatus.OfField("page_token", "this is no page token", "next_page_token of the page before, unchanged", "BAD_PAGE_TOKEN");
        if (!token.AsSpan(1, DigestLength).SequenceEqual(Digest(query, order)))
        {
            throw Errors.ErrorsToStatus.OfField(
                "page_token", "this token belongs to another request", "the query, filters and order of the page before; only page_size may change", "PAGE_TOKEN_MISMATCH");
        }

        var numbers = token.AsSpan(1 + DigestLength);
        return new PageCursor(
            new Generation(BinaryPrimitives.ReadInt64BigEndian(numbers), BinaryPrimitives.ReadUInt64BigEndian(numbers[8..])),
            BinaryPrimitives.ReadInt64BigEndian(numbers[16..]),
            Encoding.UTF8.GetString(token.AsSpan(HeaderLength)));
    }

    private static byte[] Digest(Query query, HitOrder order) => SHA256.HashData(Encoding.UTF8.GetBytes($"{order}\n{query}"))[..DigestLength];
}
