using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using NewsIndex.Generations;
using NewsIndex.Queries;
using SearchService.Errors;

namespace SearchService.Paging;

/// <summary>
/// Where the next page begins, as a text without meaning to the caller. Bound to the query, its order and the generation of the index:
/// one byte of version, a digest of the request, when the first page was asked for, the generation, the sort key and the id.
/// </summary>
internal static class PageToken
{
    private const byte Version = 2;
    private const int DigestLength = 8;
    private const int HeaderLength = 1 + DigestLength + 8 + 8 + 8 + 8;

    public static string Write(PageCursor? cursor, QueryPlan plan)
    {
        if (cursor is null)
            return "";
        var id = Encoding.UTF8.GetBytes(cursor.Id);
        var token = new byte[HeaderLength + id.Length];
        token[0] = Version;
        Digest(plan).CopyTo(token, 1);
        var numbers = token.AsSpan(1 + DigestLength);
        BinaryPrimitives.WriteInt64BigEndian(numbers, plan.AskedAt?.UtcTicks ?? 0);
        BinaryPrimitives.WriteInt64BigEndian(numbers[8..], cursor.Generation.Number);
        BinaryPrimitives.WriteUInt64BigEndian(numbers[16..], cursor.Generation.Fingerprint);
        BinaryPrimitives.WriteInt64BigEndian(numbers[24..], cursor.SortKey);
        id.CopyTo(token, HeaderLength);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>
    /// When the first page was asked for; null where that does not count. "The last three hours" are those of the first page on every page.
    /// </summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: not a token.</exception>
    public static DateTimeOffset? AskedAt(string field, string text)
    {
        if (text.Length == 0)
            return null;
        var ticks = BinaryPrimitives.ReadInt64BigEndian(Decode(field, text).AsSpan(1 + DigestLength));
        if (ticks == 0)
            return null;
        return ticks > 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : throw NoToken(field);
    }

    /// <param name="field">Of the request, to be named in an error.</param>
    /// <returns>Null for the empty token: the first page.</returns>
    /// <exception cref="RpcException">INVALID_ARGUMENT: not a token, or one of another request.</exception>
    public static PageCursor? Read(string field, string text, QueryPlan plan)
    {
        if (text.Length == 0)
            return null;
        var token = Decode(field, text);
        if (!token.AsSpan(1, DigestLength).SequenceEqual(Digest(plan)))
        {
            throw ErrorsToStatus.OfField(
                field, "this token belongs to another request", "the query, filters and order of the page before; only page_size may change", "PAGE_TOKEN_MISMATCH");
        }

        var numbers = token.AsSpan(1 + DigestLength);
        return new PageCursor(
            new Generation(BinaryPrimitives.ReadInt64BigEndian(numbers[8..]), BinaryPrimitives.ReadUInt64BigEndian(numbers[16..])),
            BinaryPrimitives.ReadInt64BigEndian(numbers[24..]),
            Encoding.UTF8.GetString(token.AsSpan(HeaderLength)));
    }

    private static byte[] Decode(string field, string text) =>
        Base64Url.IsValid(text) && Base64Url.DecodeFromChars(text) is { Length: > HeaderLength } token && token[0] == Version ? token : throw NoToken(field);

    private static RpcException NoToken(string field) =>
        ErrorsToStatus.OfField(field, "this is no page token", "what the reply before gave, unchanged", "BAD_PAGE_TOKEN");

    private static byte[] Digest(QueryPlan plan) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{plan.Order}\n{plan.Query}\n{plan.Recency?.HalfLife}\n{plan.UsesFeedback}")))[..DigestLength];
}
