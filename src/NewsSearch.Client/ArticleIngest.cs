using System.Runtime.CompilerServices;
using Grpc.Core;
using NewsSearch.Client.Errors;

namespace NewsSearch.Client;

/// <summary>Articles that are written and deleted.</summary>
public static class ArticleIngest
{
    /// <summary>Articles that were sent and not yet answered, at most; they are kept to be sent again.</summary>
    private const int MaxUnanswered = 256;

    /// <summary>Ids of one request.</summary>
    private const int MaxIds = 1000;

    /// <summary>
    /// Writes articles, and gives an outcome for each, in order, once it is committed. Articles are read as fast as the service writes
    /// them, some ahead of the outcomes. A stream that breaks, or that finds the indexer at work, is begun again as the service asks for
    /// it, with what was not acknowledged; an article that was written just before it broke then is unchanged.
    /// </summary>
    /// <param name="restore">True to write articles that were deleted.</param>
    /// <exception cref="NewsSearchException">
    /// The service does not take articles, or the stream broke as often in a row as the client makes attempts. Articles without an
    /// outcome may be written or not.
    /// </exception>
    public static async IAsyncEnumerable<V1.IngestOutcome> IngestAsync(
        this NewsSearchClient client, IAsyncEnumerable<V1.ArticleInput> articles, bool restore = false,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var source = articles.GetAsyncEnumerator(cancellation);
        var unanswered = new Queue<V1.ArticleInput>();
        Task<bool>? next = null;
        var (isEnded, attempt) = (false, 1);
        try
        {
            while (!isEnded || unanswered.Count > 0)
            {
                using var call = client.Ingest.IngestArticles(cancellationToken: cancellation);
                NewsSearchException? broken = null;
                var sent = 0;
                while (broken is null && (!isEnded || unanswered.Count > 0))
                {
                    if (!isEnded && sent == unanswered.Count && unanswered.Count < MaxUnanswered)
                    {
                        next ??= source.MoveNextAsync().AsTask();
                        // A feed that pauses must not keep outcomes back.
                        if (next.IsCompleted || unanswered.Count == 0)
                        {
                            isEnded = !await next;
                            next = null;
                            if (!isEnded)
                                unanswered.Enqueue(source.Current);
                            else if (unanswered.Count == 0)
                                break;
                        }
                    }

                    V1.IngestOutcome? outcome = null;
                    try
                    {
                        if (sent < unanswered.Count)
                            sent += await TrySendAsync(call, unanswered.ElementAt(sent), restore, cancellation) ? 1 : 0;
                        if (sent == unanswered.Count && (isEnded || sent == MaxUnanswered || next is not null))
                            outcome = await NextAsync(call, cancellation);
                    }
                    catch (NewsSearchException e) when (attempt < client.Retries.MaxAttempts && RetryPolicy.IsPassing(e, mayRepeat: true))
                    {
                        broken = e;
                    }

                    if (outcome is null)
                        continue;
                    unanswered.Dequeue();
                    (sent, attempt) = (sent - 1, 1);
                    yield return outcome;
                }

                if (broken is not null)
                    await client.Retries.WaitAsync(broken, attempt++, cancellation);
                else
                    await call.RequestStream.CompleteAsync();
            }
        }
        finally
        {
            // An iterator that is at work cannot be disposed.
            if (next is null || next.IsCompleted)
                await source.DisposeAsync();
        }
    }

    /// <summary>Deletes articles, and gives an outcome for each id, in order, once its deletion is committed.</summary>
    /// <param name="ids">Any number; they are sent 1,000 at a time.</param>
    /// <exception cref="NewsSearchException">The service does not delete articles, or is not the writer of the index.</exception>
    public static async IAsyncEnumerable<V1.DeleteOutcome> DeleteAsync(
        this NewsSearchClient client, IEnumerable<string> ids, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var some in ids.Chunk(MaxIds))
        {
            var reply = await client.Ingest.DeleteArticlesAsync(
                new V1.DeleteArticlesRequest { Ids = { some } }, cancellationToken: cancellation);
            foreach (var outcome in reply.Outcomes)
                yield return outcome;
        }
    }

    /// <returns>True if the article was sent; the other result is an exception with the reason.</returns>
    private static async Task<bool> TrySendAsync(
        AsyncDuplexStreamingCall<V1.IngestArticlesRequest, V1.IngestArticlesResponse> call, V1.ArticleInput article, bool restore,
        CancellationToken cancellation)
    {
        try
        {
            await call.RequestStream.WriteAsync(new V1.IngestArticlesRequest { Article = article, Restore = restore }, cancellation);
            return true;
        }
        catch (InvalidOperationException)
        {
            // The call is over; why, the responses say. Those that came before may be read after a break as well: the articles come again.
            while (await call.ResponseStream.MoveNext(cancellation))
            {
            }

            throw Ended();
        }
    }

    private static async Task<V1.IngestOutcome> NextAsync(
        AsyncDuplexStreamingCall<V1.IngestArticlesRequest, V1.IngestArticlesResponse> call, CancellationToken cancellation) =>
        await call.ResponseStream.MoveNext(cancellation)
            ? call.ResponseStream.Current.Outcome
            : throw Ended();

    private static NewsSearchException Ended() =>
        ErrorReader.Read(new RpcException(new Status(StatusCode.Unavailable, "the stream ended before its last outcome")));
}
