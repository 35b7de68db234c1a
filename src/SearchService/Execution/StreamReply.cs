using Grpc.Core;
using SearchService.Errors;
using SearchService.Settings;

namespace SearchService.Execution;

/// <summary>
/// Sends the messages of a stream. A caller that takes none for too long is cut off, so that it cannot keep a generation open.
/// </summary>
internal sealed class StreamReply<T>(IServerStreamWriter<T> stream, ServerCallContext context, CallDeadline deadline, SearchOptions options,
    TimeProvider clock)
{
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
            // What waits to be taken would keep a status from being sent, and the stream from ending.
            context.GetHttpContext().Abort();
            throw e is TimeoutException ? ErrorsToStatus.OfStalledStream(options.StreamTimeout) : e;
        }
    }
}
