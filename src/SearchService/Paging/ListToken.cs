using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;

namespace SearchService.Paging;

/// <summary>Tokens of the pages of one list: the key of the last entry of a page, opaque to the caller and bound to the request.</summary>
/// <remarks>
/// Base64url of: a version (1 byte), a digest of the call and of the fields that choose the list (8), the key in UTF-8, and a checksum of
/// all that (8). Since a token names an entry and no offset, entries that are added or removed meanwhile shift nothing.
/// </remarks>
/// <param name="call">Name of the call.</param>
/// <param name="fields">The fields of the request that choose the list or its order; not the page size.</param>
internal sealed class ListToken(string call, params string[] fields)
{
    private const byte Version = 1;
    private const int DigestLength = 8;
    private const int ChecksumLength = 8;
    private const int KeyStart = 1 + DigestLength;
    private const string Field = "page_token";

    // A field cannot run into the next one: each has its length before it.
    private readonly byte[] digest =
        Digest(Encoding.UTF8.GetBytes(call + string.Concat(fields.Select(field => $"\n{field.Length}:{field}"))), DigestLength);

    public string Write(string last)
    {
        byte[] content = [Version, .. digest, .. Encoding.UTF8.GetBytes(last)];
        return Base64Url.EncodeToString([.. content, .. Digest(content, ChecksumLength)]);
    }

    /// <returns>Key of the last entry of the previous page; null for the first page.</returns>
    /// <exception cref="RpcException">INVALID_ARGUMENT (BAD_PAGE_TOKEN, or PAGE_TOKEN_MISMATCH for a token of another list).</exception>
    public string? Read(string text)
    {
        if (text.Length == 0)
            return null;
        if (!Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { Length: > KeyStart + ChecksumLength } token
            || token[0] != Version
            || !Digest(token.AsSpan(..^ChecksumLength), ChecksumLength).AsSpan().SequenceEqual(token.AsSpan(^ChecksumLength..)))
            throw PageToken.Invalid(Field);
        return token.AsSpan(1, DigestLength).SequenceEqual(digest)
            ? Encoding.UTF8.GetString(token.AsSpan(KeyStart..^ChecksumLength))
            : throw PageToken.Mismatch(Field, "another list", "the request of the previous page");
    }

    /// <summary>As <see cref="Read"/>, where the key is a number.</summary>
    public int? ReadNumber(string text) => Read(text) is not { } key ? null
        : int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw PageToken.Invalid(Field);

    private static byte[] Digest(ReadOnlySpan<byte> content, int length) => SHA256.HashData(content)[..length];
}
