using System.Runtime.CompilerServices;
using Grpc.Core;
using NewsSearch.Client.Errors;

namespace NewsSearch.Client;

/// <summary>Matches of alerts, as a stream that does not end.</summary>
public static class AlertMatches
{
    /// <summary>
    /// Streams the messages of <c>WatchMatches</c>. A stream that is cut off, or has come to the longest duration of the service, goes on
    /// behind the last message; no match comes twice.
    /// </summary>
    /// <param name="request">Begins at its resume token. Keep the token of the last message to go on after a restart of the client.</param>
    /// <exception cref="NewsSearchException">
    /// The request is invalid, its token is of another index, or the stream was cut off as often in a row as the client makes attempts.
    /// </exception>
    public static async IAsyncEnumerable<V1.WatchMatchesResponse> WatchAsync(
        this NewsSearchClient client, V1.WatchMatchesRequest request, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var rest = request.Clone();
        for (var attempt = 1; ; attempt++)
        {
            using var call = client.Alerts.WatchMatches(rest, cancellationToken: cancellation);
            NewsSearchException? cut = null;
            while (cut is null)
            {
                try
                {
                    if (!await call.ResponseStream.MoveNext(cancellation))
                        break;
                }
                catch (NewsSearchException e) when (attempt < client.Retries.MaxAttempts && IsCut(e))
                {
                    cut = e;
                    continue;
                }

                var message = call.ResponseStream.Current;
                yield return message;
                (rest.ResumeToken, attempt) = (message.ResumeToken, 1);
            }

            if (cut is not null)
                await client.Retries.WaitAsync(cut, attempt, cancellation);
        }
    }

    /// <summary>A stream ends with its deadline after an hour or so.</summary>
    private static bool IsCut(NewsSearchException e) =>
        RetryPolicy.IsPassing(e, mayRepeat: true) || e.StatusCode == StatusCode.DeadlineExceeded;
}
