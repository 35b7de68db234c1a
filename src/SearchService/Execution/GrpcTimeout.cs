using System.Globalization;

namespace SearchService.Execution;

/// <summary>The header in which a gRPC client tells how long it waits.</summary>
/// <remarks>"gRPC over HTTP2", Timeout: at most eight digits and a unit, github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md.</remarks>
internal static class GrpcTimeout
{
    private const int MaxDigits = 8;

    /// <summary>Null where the caller tells none, or nothing that can be read.</summary>
    public static TimeSpan? Of(IHeaderDictionary headers)
    {
        if (headers["grpc-timeout"] is not [{ Length: > 1 and <= MaxDigits + 1 } text]
            || !int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
            return null;
        return text[^1] switch
        {
            'H' => TimeSpan.FromHours(Math.Min(amount, 1_000_000)),
            'M' => TimeSpan.FromMinutes((long)amount),
            'S' => TimeSpan.FromSeconds((long)amount),
            'm' => TimeSpan.FromMilliseconds((long)amount),
            'u' => TimeSpan.FromMicroseconds((long)amount),
            'n' => TimeSpan.FromMicroseconds(amount / 1000.0),
            _ => null,
        };
    }
}
