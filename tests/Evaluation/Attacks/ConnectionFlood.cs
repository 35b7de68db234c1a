using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Evaluation.Attacks;

/// <summary>Connections to the port of HTTP/1.1 that are held open and do no good.</summary>
internal sealed class ConnectionFlood(Uri web) : IDisposable
{
    private static readonly byte[] HalfSent =
        Encoding.ASCII.GetBytes("POST /v1/articles:search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n");

    private static readonly byte[] Asked = Encoding.ASCII.GetBytes(string.Concat(
        Enumerable.Repeat("GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n", 20)));

    /// <summary>Bytes; small, so that what is not read is held by the service.</summary>
    private const int ReceiveBuffer = 1024;

    private readonly List<Socket> sockets = [];

    /// <summary>Connections that were taken.</summary>
    public int Open => sockets.Count;

    /// <summary>Opens connections: of ten, seven send nothing, two a half request, and one asks for much and reads nothing.</summary>
    public async Task OpenAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var socket = await ConnectAsync();
            sockets.Add(socket);
            if (i % 10 is 7 or 8)
                await socket.SendAsync(HalfSent);
            else if (i % 10 == 9)
                await socket.SendAsync(Asked);
        }
    }

    public void Dispose() => sockets.ForEach(socket => socket.Dispose());

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = ReceiveBuffer };
        await socket.ConnectAsync(IPAddress.Loopback, web.Port);
        return socket;
    }
}
