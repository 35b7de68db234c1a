using Grpc.Core;
using Microsoft.Extensions.Options;
using SearchService.Settings;

namespace SearchService.Execution;

/// <summary>Runs work that takes longer than a call may, on a thread of its own, and sends the caller of a stream its progress.</summary>
internal sealed class LongWork(IOptions<SearchOptions> options, TimeProvider clock)
{
    /// <summary>Time between two messages, well below the shortest useful timeout of a client.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Runs the work; sends its latest progress every second.</summary>
    /// <param name="work">Told the token that stops it, and what to call with its progress.</param>
    /// <param name="message">Makes a message of progress.</param>
    /// <param name="last">Makes the last message of what the work returned.</param>
    /// <exception cref="OperationCanceledException">
    /// The caller left, or the deadline of streams passed; the work has stopped.
    /// </exception>
    public async Task RunAsync<TProgress, TResult, TMessage>(
        IServerStreamWriter<TMessage> stream, ServerCallContext context, Func<Action<TProgress>, CancellationToken, TResult> work,
        Func<TProgress, TMessage> message, Func<TResult, TMessage> last)
        where TProgress : class
    {
        using var deadline = CallDeadline.BeginStream(context, options.Value, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token);
        var reply = new StreamReply<TMessage>(stream, context, deadline, options.Value, clock);
        TProgress? latest = null;
        var token = stop.Token;
        var working = Task.Factory.StartNew(
            () => work(progress => Volatile.Write(ref latest, progress), token), CancellationToken.None, TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        try
        {
            while (await Task.WhenAny(working, Task.Delay(Interval, clock, token)) != working)
            {
                token.ThrowIfCancellationRequested();
                if (Volatile.Read(ref latest) is { } progress)
                    await reply.WriteAsync(message(progress));
                else
                    deadline.Restart();
            }

            await reply.WriteAsync(last(await working));
        }
        finally
        {
            await stop.CancelAsync();
            // It has no caller any more, but it still holds files and its turn.
            await ((Task)working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
