using Grpc.Core;
using NewsSearch.Client.Errors;

namespace NewsSearch.Client;

/// <summary>Which failures pass, and how long to wait for it.</summary>
internal sealed class RetryPolicy(NewsSearchClientOptions options, TimeProvider clock)
{
    /// <summary>Callers that were refused together should not come back together: each waits up to this share longer.</summary>
    private const double Jitter = 0.2;

    public int MaxAttempts => options.MaxAttempts;

    /// <param name="mayRepeat">
    /// True for a call without side effects, or whose id the service recognises. Others are repeated only if the service says that it has
    /// done nothing of them; behind a broken connection it may have.
    /// </param>
    public static bool IsPassing(NewsSearchException failure, bool mayRepeat) =>
        failure is RetryLaterException || (mayRepeat && failure.StatusCode == StatusCode.Unavailable);

    /// <summary>The wait before the next attempt.</summary>
    /// <param name="attempt">Number of the attempt that failed; 1 for the first.</param>
    public TimeSpan WaitAfter(NewsSearchException failure, int attempt)
    {
        var wait = failure is RetryLaterException { Wait: var asked } ? asked : options.FirstWait * Math.Pow(2, attempt - 1);
        return wait * (1 + (Jitter * Random.Shared.NextDouble()));
    }

    public Task WaitAsync(NewsSearchException failure, int attempt, CancellationToken cancellation) =>
        Task.Delay(WaitAfter(failure, attempt), clock, cancellation);
}
