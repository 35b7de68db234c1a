using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using SearchService.Errors;
using SearchService.Settings;

namespace SearchService.Execution;

/// <summary>Sends the messages of a stream, and cuts off a caller that takes none for too long: it would keep a generation open.</summary>
internal sealed class StreamReply<T>(
    IServerStreamWriter<T> stream, ServerCallContext context, CallDeadline deadline, SearchOptions options, TimeProvider clock)
{
    /// <summary>ENHANCE_YOUR_CALM of HTTP/2, the code of a reset that clients of gRPC give as RESOURCE_EXHAUSTED.</summary>
    private const int EnhanceYourCalm = 0xb;

    /// <exception cref="RpcException">RESOURCE_EXHAUSTED (STREAM_STALLED): the caller took nothing within the timeout.</exception>
    /// <exception cref="OperationCanceledException">The deadline of the whole stream passed, or the caller left.</exception>
    public async Task WriteAsync(T message)
    {
        var write = stream.WriteAsync(message, context.CancellationToken);
        if (!write.IsCompleted)
        {
            deadline.Pause();
            await WithinTimeoutAsync(write);
        }

        await write;
        deadline.Restart();
    }

    private async Task WithinTimeoutAsync(Task write)
    {
        try
        {
            await write.WaitAsync(options.StreamTimeout, clock, deadline.Token);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException && !write.IsCompleted)
        {
            CutOff(context.GetHttpContext());
            throw e is TimeoutException ? ErrorsToStatus.OfStalledStream(options.StreamTimeout) : e;
        }
    }

    /// <summary>
    /// Ends the stream though nobody reads it. A status would wait behind the messages that are not taken, and the stream would never end;
    /// a reset overtakes them, and its code is all that it can say. Without HTTP/2 the connection ends.
    /// </summary>
    private static void CutOff(HttpContext http)
    {
        if (http.Features.Get<IHttpResetFeature>() is { } stream)
            stream.Reset(EnhanceYourCalm);
        else
            http.Abort();
    }
}
