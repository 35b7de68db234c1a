using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Grpc.Core;
using NewsIndex.Alerts;
using NewsIndex.Generations;
using SearchService.Errors;

namespace SearchService.Paging;

/// <summary>Text forms of a place in a list of alerts, and of a place in a stream of their matches; opaque to the caller.</summary>
/// <remarks>Base64url of a kind (1 byte), numbers (8 bytes each, big-endian), and a checksum (8), which finds changed tokens.</remarks>
internal static class AlertTokens
{
    private const byte ListKind = 1;
    private const byte WatchKind = 2;
    private const int NumberLength = 8;
    private const int ChecksumLength = 8;

    /// <param name="last">Number of the last alert of the page; null when there is no further page.</param>
    public static string OfList(int? last) => last is { } number ? Write(ListKind, number) : "";

    /// <returns>Number of the last alert of the previous page; 0 for the first page.</returns>
    /// <exception cref="RpcException">INVALID_ARGUMENT (BAD_PAGE_TOKEN).</exception>
    public static int ReadList(string text) => text.Length == 0 ? 0
        : Read(text, ListKind, 1) is [var number] && number is > 0 and <= int.MaxValue ? (int)number
        : throw PageToken.Invalid("page_token");

    public static string OfWatch(AlertPosition position) => Write(
        WatchKind, position.Passed.Number, unchecked((long)position.Passed.Fingerprint), position.Arrival, position.Alert);

    /// <returns>Null for the empty text.</returns>
    /// <exception cref="RpcException">INVALID_ARGUMENT (BAD_RESUME_TOKEN).</exception>
    public static AlertPosition? ReadWatch(string text)
    {
        if (text.Length == 0)
            return null;
        return Read(text, WatchKind, 4) is [var number, var fingerprint, var arrival, var alert] && alert is >= 0 and <= int.MaxValue
            ? new AlertPosition(new Generation(number, unchecked((ulong)fingerprint)), arrival, (int)alert)
            : throw ErrorsToStatus.OfField(
                "resume_token", "is invalid", "the token of an earlier message", "BAD_RESUME_TOKEN", "pass it unchanged");
    }

    private static string Write(byte kind, params ReadOnlySpan<long> numbers)
    {
        var token = new byte[1 + (numbers.Length * NumberLength) + ChecksumLength];
        token[0] = kind;
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt64BigEndian(token.AsSpan(1 + (i * NumberLength)), numbers[i]);
        Checksum(token).CopyTo(token, token.Length - ChecksumLength);
        return Base64Url.EncodeToString(token);
    }

    /// <returns>Null for a text that is not such a token.</returns>
    private static long[]? Read(string text, byte kind, int count)
    {
        var length = 1 + (count * NumberLength) + ChecksumLength;
        if (text.Length > 2 * length || !Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { } token
            || token.Length != length || token[0] != kind || !Checksum(token).AsSpan().SequenceEqual(token.AsSpan(^ChecksumLength..)))
            return null;
        return [.. Enumerable.Range(0, count).Select(i => BinaryPrimitives.ReadInt64BigEndian(token.AsSpan(1 + (i * NumberLength))))];
    }

    private static byte[] Checksum(byte[] token) => SHA256.HashData(token.AsSpan(..^ChecksumLength))[..ChecksumLength];
}
