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

    private readonly List<Socket> sockets = [];

    /// <summary>Connections that were taken.</summary>
    public int Open => sockets.Count;

    /// <summary>Opens connections: of ten, seven send nothing, two a half request, and one asks for much and reads nothing.</summary>
    public async Task OpenAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var socket = await ConnectAsync(receiveBuffer: 1024);
            sockets.Add(socket);
            if (i % 10 is 7 or 8)
                await socket.SendAsync(HalfSent);
            else if (i % 10 == 9)
                await socket.SendAsync(Asked);
        }
    }

    /// <summary>How many of some further connections are refused: with 503, or by closing them.</summary>
    public async Task<int> RefusedAsync(int count)
    {
        var refused = 0;
        for (var i = 0; i < count; i++)
        {
            using var socket = await ConnectAsync(receiveBuffer: 8192);
            refused += await IsRefusedAsync(socket) ? 1 : 0;
        }

        return refused;
    }

    public void Dispose() => sockets.ForEach(socket => socket.Dispose());

    private async Task<Socket> ConnectAsync(int receiveBuffer)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = receiveBuffer };
        await socket.ConnectAsync(IPAddress.Loopback, web.Port);
        return socket;
    }

    private static async Task<bool> IsRefusedAsync(Socket socket)
    {
        try
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            var bytes = new byte[1024];
            var count = await socket.ReceiveAsync(bytes);
            return count == 0 || !Encoding.ASCII.GetString(bytes, 0, count).StartsWith("HTTP/1.1 200", StringComparison.Ordinal);
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
