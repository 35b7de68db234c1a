using System.Net;
using System.Net.Http.Headers;

namespace Evaluation.Attacks;

/// <summary>A body of a gigabyte, which counts how much of it was taken before it was refused.</summary>
internal sealed class LargeBody : HttpContent
{
    private const int Gigabyte = 1 << 30;

    private static readonly byte[] Chunk = new byte[1 << 16];

    private readonly byte[] head;

    private LargeBody(string type, byte[] head)
    {
        this.head = head;
        Headers.ContentType = new MediaTypeHeaderValue(type);
        Array.Fill(Chunk, (byte)' ');
    }

    public bool IsGrpc => Headers.ContentType!.MediaType == "application/grpc";

    /// <summary>Bytes that went out.</summary>
    public long Sent { get; private set; }

    /// <summary>JSON that never ends.</summary>
    public static LargeBody Json() => new("application/json", "{\"query\":\""u8.ToArray());

    /// <summary>A message of gRPC that says how long it is.</summary>
    public static LargeBody Grpc() => new("application/grpc", [0, 0x40, 0, 0, 0]);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(head);
        while (Sent < Gigabyte)
        {
            await stream.WriteAsync(Chunk);
            Sent += Chunk.Length;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
