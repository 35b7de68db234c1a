using System.Runtime.CompilerServices;

namespace NewsSearch.Client;

/// <summary>Lists that come in pages, as one stream. One generation of the index answers all pages.</summary>
public static class SearchPaging
{
    private const int MaxPageSize = 100;

    /// <summary>The pages of a search to the end.</summary>
    /// <param name="request">
    /// Begins at its page token. A page size of 0 means 100. The first page counts what <c>totals</c> asks for, later ones nothing.
    /// </param>
    /// <exception cref="Errors.NewsSearchException">As for a single search; pages that came before stay valid.</exception>
    public static async IAsyncEnumerable<V1.SearchResponse> SearchPagesAsync(
        this NewsSearchClient client, V1.SearchRequest request, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var next = request.Clone();
        if (next.PageSize == 0)
            next.PageSize = MaxPageSize;
        do
        {
            var page = await client.Search.SearchAsync(next, cancellationToken: cancellation);
            yield return page;
            (next.PageToken, next.Totals) = (page.NextPageToken, V1.SearchRequest.Types.Totals.None);
        }
        while (next.PageToken.Length > 0);
    }

    /// <summary>The hits of <see cref="SearchPagesAsync"/>, without counts. With snippets; an export of all articles is faster.</summary>
    public static async IAsyncEnumerable<V1.Hit> SearchAllAsync(
        this NewsSearchClient client, V1.SearchRequest request, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var uncounted = request.Clone();
        uncounted.Totals = V1.SearchRequest.Types.Totals.None;
        await foreach (var page in client.SearchPagesAsync(uncounted, cancellation))
        {
            foreach (var hit in page.Hits)
                yield return hit;
        }
    }

    /// <summary>An article and all of its near-duplicates, oldest first.</summary>
    /// <param name="request">Begins at its page token. A page size of 0 means 100.</param>
    public static async IAsyncEnumerable<V1.ArticleCopy> ListAllCopiesAsync(
        this NewsSearchClient client, V1.ListCopiesRequest request, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var next = request.Clone();
        if (next.PageSize == 0)
            next.PageSize = MaxPageSize;
        do
        {
            var page = await client.Articles.ListCopiesAsync(next, cancellationToken: cancellation);
            foreach (var copy in page.Copies)
                yield return copy;
            next.PageToken = page.NextPageToken;
        }
        while (next.PageToken.Length > 0);
    }

    /// <summary>Every quotation beside which an entity is named, newest article first.</summary>
    /// <param name="request">Begins at its page token. A page size of 0 means 100 articles.</param>
    public static async IAsyncEnumerable<V1.AttributedQuotation> ListAllQuotationsAsync(
        this NewsSearchClient client, V1.ListQuotationsRequest request, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var next = request.Clone();
        if (next.PageSize == 0)
            next.PageSize = MaxPageSize;
        do
        {
            var page = await client.Entities.ListQuotationsAsync(next, cancellationToken: cancellation);
            foreach (var quotation in page.Quotations)
                yield return quotation;
            next.PageToken = page.NextPageToken;
        }
        while (next.PageToken.Length > 0);
    }

    /// <summary>Every mention of an entity, newest article first.</summary>
    /// <param name="request">Begins at its page token. A page size of 0 means 100.</param>
    public static async IAsyncEnumerable<V1.EntityMention> ListAllMentionsAsync(
        this NewsSearchClient client, V1.ListMentionsRequest request, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var next = request.Clone();
        if (next.PageSize == 0)
            next.PageSize = MaxPageSize;
        do
        {
            var page = await client.Entities.ListMentionsAsync(next, cancellationToken: cancellation);
            foreach (var mention in page.Mentions)
                yield return mention;
            next.PageToken = page.NextPageToken;
        }
        while (next.PageToken.Length > 0);
    }
}
