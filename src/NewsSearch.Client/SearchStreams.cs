using System.Runtime.CompilerServices;
using Grpc.Core;
using NewsSearch.Client.Errors;

namespace NewsSearch.Client;

/// <summary>Answers that the service streams.</summary>
public static class SearchStreams
{
    /// <summary>
    /// All articles that a query finds, each once. A stream that is cut off goes on from its last cursor. The first message says how the
    /// query was read, with its notices; with <c>with_reading</c> it has no article, and comes though nothing is found.
    /// </summary>
    /// <param name="request">Begins at its cursor. A limit of 0 means all.</param>
    /// <exception cref="NewsSearchException">
    /// The query is invalid, or the stream was cut off as often in a row as the client makes attempts. The cursor of the last message is
    /// still a place to continue from.
    /// </exception>
    public static async IAsyncEnumerable<V1.ExportResponse> ExportAllAsync(
        this NewsSearchClient client, V1.ExportRequest request, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var rest = request.Clone();
        var (attempt, isFirst) = (1, true);
        while (true)
        {
            using var call = client.Search.Export(rest, cancellationToken: cancellation);
            NewsSearchException? cut = null;
            while (cut is null)
            {
                try
                {
                    if (!await call.ResponseStream.MoveNext(cancellation))
                        yield break;
                }
                catch (NewsSearchException e) when (attempt < client.Retries.MaxAttempts && RetryPolicy.IsPassing(e, mayRepeat: true))
                {
                    cut = e;
                    continue;
                }

                var message = call.ResponseStream.Current;
                yield return isFirst ? message : WithoutReading(message);
                (rest.Cursor, rest.WithReading, attempt, isFirst) = (message.Cursor, false, 1, false);
                // 0 would mean all.
                if (message.Article is not null && rest.Limit > 0 && --rest.Limit == 0)
                    yield break;
            }

            await client.Retries.WaitAsync(cut, attempt++, cancellation);
        }
    }

    /// <summary>
    /// Every match of a query with the text around it. A stream that is cut off fails: its lines have no cursors. The first message says
    /// how the query was read, as that of an export.
    /// </summary>
    /// <exception cref="NewsSearchException">The query is invalid, or the stream was cut off.</exception>
    public static async IAsyncEnumerable<V1.ConcordanceResponse> ConcordanceAsync(
        this NewsSearchClient client, V1.ConcordanceRequest request, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var call = client.Search.Concordance(request, cancellationToken: cancellation);
        await foreach (var line in call.ResponseStream.ReadAllAsync(cancellation))
            yield return line;
    }

    /// <summary>A stream that goes on says once more how the query was read.</summary>
    private static V1.ExportResponse WithoutReading(V1.ExportResponse message)
    {
        message.CanonicalQuery = "";
        message.Notices.Clear();
        message.Entities.Clear();
        return message;
    }
}
