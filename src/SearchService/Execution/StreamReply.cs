using Grpc.Core;
using SearchService.Errors;
using SearchService.Settings;

namespace SearchService.Execution;

/// <summary>Sends the messages of a stream, and cuts off a caller that takes none for too long: it would keep a generation open.</summary>
internal sealed class StreamReply<T>(
    IServerStreamWriter<T> stream, ServerCallContext context, CallDeadline deadline, SearchOptions options, TimeProvider clock)
{
    /// <exception cref="RpcException">DEADLINE_EXCEEDED (STREAM_STALLED): the caller took nothing within the timeout.</exception>
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
            // A status cannot be sent behind a message that nobody takes, so that the stream would never end.
            context.GetHttpContext().Abort();
            throw e is TimeoutException ? ErrorsToStatus.OfStalledStream(options.StreamTimeout) : e;
        }
    }
}
