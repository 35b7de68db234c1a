using System.Text;
using Microsoft.AspNetCore.Connections;

namespace SearchService.Listening;

/// <summary>
/// Refuses connections above a number, with a status where the client speaks HTTP/1.1, so that many idle ones take neither memory nor file
/// descriptors without end. Those that are open are served on.
/// </summary>
/// <param name="limit">1 or more, over all ports.</param>
internal sealed class ConnectionLimit(int limit)
{
    /// <summary>Connections above the limit that are refused with an answer; Kestrel closes further ones at once.</summary>
    public const int Answered = 64;

    private const string Sentence = "the service has as many connections as it takes (Search:MaxConnections); retry after a second\n";

    private static readonly byte[] Refusal = Encoding.ASCII.GetBytes(
        "HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\ncontent-type: text/plain\r\n"
        + $"content-length: {Sentence.Length}\r\nconnection: close\r\n\r\n{Sentence}");

    private int open;

    /// <param name="answers">
    /// False for a port of HTTP/2, whose clients take a closed connection for UNAVAILABLE, or for INTERNAL where it is closed before they
    /// have sent anything.
    /// </param>
    public ConnectionDelegate Before(ConnectionDelegate next, bool answers) => async connection =>
    {
        try
        {
            if (Interlocked.Increment(ref open) <= limit)
                await next(connection);
            else if (answers)
                await RefuseAsync(connection);
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    };

    /// <summary>Reads what was sent first: closing with unread bytes resets the connection, and the client never sees the answer.</summary>
    private static async Task RefuseAsync(ConnectionContext connection)
    {
        await connection.Transport.Output.WriteAsync(Refusal, connection.ConnectionClosed);
        await connection.Transport.Output.CompleteAsync();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed);
        timeout.CancelAfter(TimeSpan.FromSeconds(1));
        try
        {
            var read = await connection.Transport.Input.ReadAsync(timeout.Token);
            connection.Transport.Input.AdvanceTo(read.Buffer.End);
        }
        catch (OperationCanceledException)
        {
            // A client that sends nothing is refused all the same.
        }

        await connection.Transport.Input.CompleteAsync();
    }
}
