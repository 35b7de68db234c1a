using System.Buffers.Binary;
using Grpc.Core;
using NewsIndex.Alerts;
using NewsIndex.Generations;
using SearchService.Errors;

namespace SearchService.Paging;

/// <summary>Text form of a place in a stream of the matches of alerts; opaque to the caller.</summary>
/// <remarks>A <see cref="SealedToken"/> of its kind (1 byte) and of four numbers (8 each, big-endian).</remarks>
internal static class ResumeToken
{
    private const int NumberLength = 8;
    private const int Length = 1 + (4 * NumberLength);

    public static string Write(AlertPosition position)
    {
        ReadOnlySpan<long> numbers =
            [position.Passed.Number, unchecked((long)position.Passed.Fingerprint), position.Arrival, position.Alert];
        Span<byte> content = stackalloc byte[Length];
        content[0] = SealedToken.OfWatch;
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt64BigEndian(content[(1 + (i * NumberLength))..], numbers[i]);
        return SealedToken.Write(content);
    }

    /// <returns>Null for the empty text.</returns>
    /// <exception cref="RpcException">INVALID_ARGUMENT (BAD_RESUME_TOKEN).</exception>
    public static AlertPosition? Read(string text)
    {
        if (text.Length == 0)
            return null;
        return SealedToken.Open(text) is { Length: Length } content && content[0] == SealedToken.OfWatch
            && NumberAt(content, 3) is >= 0 and <= int.MaxValue and var alert
            ? new AlertPosition(
                new Generation(NumberAt(content, 0), unchecked((ulong)NumberAt(content, 1))), NumberAt(content, 2), (int)alert)
            : throw ErrorsToStatus.OfField(
                "resume_token", "is invalid", "the token of an earlier message", "BAD_RESUME_TOKEN", "pass it unchanged");
    }

    private static long NumberAt(byte[] content, int i) => BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(1 + (i * NumberLength)));
}
