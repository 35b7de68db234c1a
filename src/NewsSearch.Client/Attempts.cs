using Grpc.Core;
using NewsSearch.Client.Errors;

namespace NewsSearch.Client;

/// <summary>The attempts of one call that is no stream.</summary>
/// <param name="make">Makes the call once.</param>
internal sealed class Attempts<T>(Func<AsyncUnaryCall<T>> make, RetryPolicy retries, TimeProvider clock)
{
    private AsyncUnaryCall<T> last = make();

    /// <summary>A call whose response, headers and trailers are those of the last attempt.</summary>
    /// <param name="mayRepeat">As in <see cref="RetryPolicy.IsPassing"/>.</param>
    public AsyncUnaryCall<T> Begin(bool mayRepeat, CallOptions call)
    {
        var response = RunAsync(mayRepeat, call);
        return new AsyncUnaryCall<T>(
            response, HeadersAsync(response), () => last.GetStatus(), () => last.GetTrailers(), () => last.Dispose());
    }

    private async Task<T> RunAsync(bool mayRepeat, CallOptions call)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await last.ResponseAsync;
            }
            catch (RpcException e)
            {
                var failure = ErrorReader.Read(e);
                var wait = retries.WaitAfter(failure, attempt);
                if (attempt >= retries.MaxAttempts || !RetryPolicy.IsPassing(failure, mayRepeat) || !HasTime(wait, call.Deadline))
                    throw failure;
                await Task.Delay(wait, clock, call.CancellationToken);
            }

            last.Dispose();
            last = make();
        }
    }

    private bool HasTime(TimeSpan wait, DateTime? deadline) => deadline is null || clock.GetUtcNow().UtcDateTime + wait < deadline;

    private async Task<Metadata> HeadersAsync(Task<T> response)
    {
        await response.ContinueWith(_ => { }, TaskScheduler.Default);
        return await last.ResponseHeadersAsync;
    }
}
