using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace SearchService.Listening;

/// <summary>Answers a client that speaks HTTP/1.1 on the gRPC port, such as a browser or curl, with the right port.</summary>
internal static class WrongPortAnswer
{
    private static readonly byte[] Http2Preface = "PRI * HTTP/2"u8.ToArray();

    /// <param name="httpPort">Port of REST and the page; 0 when unknown.</param>
    public static ConnectionDelegate Before(ConnectionDelegate next, Func<int> httpPort) => async connection =>
    {
        if (await SpeaksHttp2Async(connection))
        {
            await next(connection);
            return;
        }

        await connection.Transport.Output.WriteAsync(Encoding.ASCII.GetBytes(Answer(httpPort())));
        await connection.Transport.Output.CompleteAsync();
        await connection.Transport.Input.CompleteAsync();
    };

    /// <summary>True also for bytes that are not HTTP, which Kestrel refuses itself.</summary>
    private static async Task<bool> SpeaksHttp2Async(ConnectionContext connection)
    {
        while (true)
        {
            var read = await connection.Transport.Input.ReadAsync(connection.ConnectionClosed);
            var begun = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, Http2Preface.Length)).ToArray();
            connection.Transport.Input.AdvanceTo(read.Buffer.Start,
                begun.Length < Http2Preface.Length ? read.Buffer.End : read.Buffer.Start);
            if (!Http2Preface.AsSpan().StartsWith(begun))
                return begun.Length > 0 && begun[0] is < (byte)'A' or > (byte)'Z';
            if (begun.Length == Http2Preface.Length || read.IsCompleted)
                return true;
        }
    }

    private static string Answer(int httpPort)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"this port speaks gRPC; REST and the search page are on port {httpPort}\n");
        return string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 400 Bad Request\r\ncontent-type: text/plain\r\ncontent-length: {body.Length}\r\nconnection: close\r\n\r\n{body}");
    }
}
