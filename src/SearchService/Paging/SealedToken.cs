using System.Buffers.Text;
using System.Security.Cryptography;
using Grpc.Core;

namespace SearchService.Paging;

/// <summary>The one form of tokens: base64url of a content, whose first byte is the kind of the token, and its checksum (8).</summary>
/// <remarks>
/// The checksum has no key: a changed token would be answered from a place that nobody asked for, and is refused; one that somebody makes
/// up shows no more than a request does.
/// </remarks>
internal static class SealedToken
{
    public const byte OfList = 1;
    public const byte OfWatch = 2;
    public const byte OfHits = 3;
    private const int ChecksumLength = 8;

    public static string Write(ReadOnlySpan<byte> content)
    {
        var token = new byte[content.Length + ChecksumLength];
        content.CopyTo(token);
        Checksum(content).CopyTo(token.AsSpan(content.Length));
        return Base64Url.EncodeToString(token);
    }

    /// <returns>The content, kind included; null for a text that no call has written.</returns>
    public static byte[]? Open(string text) =>
        Base64Url.IsValid(text) && Base64Url.DecodeFromChars(text) is { Length: > ChecksumLength } token
            && Checksum(token.AsSpan(..^ChecksumLength)).SequenceEqual(token.AsSpan(^ChecksumLength..))
            ? token[..^ChecksumLength]
            : null;

    /// <summary>The content of a page token.</summary>
    /// <param name="kind">The kind of the calls that take the token.</param>
    /// <param name="minLength">Shortest content of this kind.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT (BAD_PAGE_TOKEN, or PAGE_TOKEN_MISMATCH for a token of another kind).</exception>
    public static byte[] OpenPage(TokenField field, string text, byte kind, int minLength)
    {
        if (Open(text) is not { } content || content[0] is < OfList or > OfHits)
            throw PageToken.Invalid(field);
        if (content[0] != kind)
            throw PageToken.Mismatch(field, "another call", field.Origin);
        return content.Length >= minLength ? content : throw PageToken.Invalid(field);
    }

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> content) => SHA256.HashData(content).AsSpan(..ChecksumLength);
}
