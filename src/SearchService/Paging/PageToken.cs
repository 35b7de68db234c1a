using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using NewsIndex.Articles;
using NewsIndex.Generations;
using NewsIndex.Queries;
using SearchService.Errors;

namespace SearchService.Paging;

/// <summary>Text form of a place in a result, opaque to the caller and bound to its request.</summary>
/// <remarks>
/// A <see cref="SealedToken"/> of: its kind (1 byte), a digest of the request (8), the time of the first page in UTC ticks (8), number and
/// fingerprint of the generation (8 and 8), the sort key (8), all big-endian, and the id of the article in UTF-8. The digest covers query,
/// order, recency and feedback; page size, totals and view may change from page to page.
/// </remarks>
internal static class PageToken
{
    private const int DigestLength = 8;
    private const int HeaderLength = 1 + DigestLength + 8 + 8 + 8 + 8;

    /// <summary>Writes one token; a reply with several has a <see cref="Writer"/>.</summary>
    /// <returns>Empty when <paramref name="cursor"/> is null: there is no further page.</returns>
    public static string Write(PageCursor? cursor, QueryPlan plan) => cursor is null ? "" : new Writer(plan).Write(cursor);

    /// <summary>
    /// Time of the first page, so that "the last three hours" are the same on every page; null when the request does not depend on it.
    /// </summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT (BAD_PAGE_TOKEN).</exception>
    public static DateTimeOffset? AskedAt(TokenField field, string text)
    {
        if (text.Length == 0)
            return null;
        var ticks = BinaryPrimitives.ReadInt64BigEndian(Decode(field, text).AsSpan(1 + DigestLength));
        if (ticks == 0)
            return null;
        return ticks > 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : throw Invalid(field);
    }

    /// <returns>Null for the empty token: the first page.</returns>
    /// <exception cref="RpcException">INVALID_ARGUMENT (BAD_PAGE_TOKEN, or PAGE_TOKEN_MISMATCH for a token of another request).</exception>
    public static PageCursor? Read(TokenField field, string text, QueryPlan plan)
    {
        if (text.Length == 0)
            return null;
        var token = Decode(field, text);
        if (!token.AsSpan(1, DigestLength).SequenceEqual(Digest(plan)))
            throw Mismatch(field, "another request", field.Bound);

        var numbers = token.AsSpan(1 + DigestLength);
        return new PageCursor(
            new Generation(BinaryPrimitives.ReadInt64BigEndian(numbers[8..]), BinaryPrimitives.ReadUInt64BigEndian(numbers[16..])),
            BinaryPrimitives.ReadInt64BigEndian(numbers[24..]),
            Encoding.UTF8.GetString(token.AsSpan(HeaderLength..)));
    }

    /// <summary>Error for a text that is not a token.</summary>
    public static RpcException Invalid(TokenField field) =>
        ErrorsToStatus.OfField(field.Name, "is invalid", field.Origin, "BAD_PAGE_TOKEN", "pass it unchanged");

    /// <summary>Error for a token that belongs elsewhere.</summary>
    public static RpcException Mismatch(TokenField field, string owner, string expected) =>
        ErrorsToStatus.OfField(field.Name, $"belongs to {owner}", expected, "PAGE_TOKEN_MISMATCH", field.Advice);

    private static byte[] Decode(TokenField field, string text) =>
        SealedToken.OpenPage(field, text, SealedToken.OfHits, HeaderLength + 1);

    /// <summary>Writes the tokens of one request, of which it makes the digest once.</summary>
    public sealed class Writer(QueryPlan plan)
    {
        private readonly byte[] digest = Digest(plan);
        private readonly long askedAt = plan.AskedAt?.UtcTicks ?? 0;

        /// <returns>Empty when <paramref name="cursor"/> is null: there is no further page.</returns>
        public string Write(PageCursor? cursor)
        {
            if (cursor is null)
                return "";
            Span<byte> token = stackalloc byte[HeaderLength + Encoding.UTF8.GetMaxByteCount(ArticleId.MaximumLength)];
            token[0] = SealedToken.OfHits;
            digest.CopyTo(token[1..]);
            var numbers = token[(1 + DigestLength)..];
            BinaryPrimitives.WriteInt64BigEndian(numbers, askedAt);
            BinaryPrimitives.WriteInt64BigEndian(numbers[8..], cursor.Generation.Number);
            BinaryPrimitives.WriteUInt64BigEndian(numbers[16..], cursor.Generation.Fingerprint);
            BinaryPrimitives.WriteInt64BigEndian(numbers[24..], cursor.SortKey);
            var length = HeaderLength + Encoding.UTF8.GetBytes(cursor.Id, token[HeaderLength..]);
            return SealedToken.Write(token[..length]);
        }
    }

    private static byte[] Digest(QueryPlan plan) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{plan.Order}\n{plan.Query}\n{plan.Recency?.HalfLife}\n{plan.UsesFeedback}")))[..DigestLength];
}
