namespace NewsSearch.Client;

/// <summary>Lists that come in pages, as one stream. Each request begins at its page token; a page size of 0 means 100.</summary>
/// <exception cref="Errors.NewsSearchException">As for a single page; what came before stays valid.</exception>
public static class SearchPaging
{
    /// <summary>The pages of a search to the end. One generation of the index answers all of them.</summary>
    /// <param name="client">Asks.</param>
    /// <param name="request">The first page counts what <c>totals</c> asks for, later ones nothing.</param>
    /// <param name="cancellation">Ends the enumeration.</param>
    public static IAsyncEnumerable<V1.SearchResponse> SearchPagesAsync(
        this NewsSearchClient client, V1.SearchRequest request, CancellationToken cancellation = default)
    {
        var first = request.Clone();
        first.PageSize = Pages.Size(first.PageSize);
        return Pages.ToTheEndAsync(
            first,
            (asked, stop) => client.Search.SearchAsync(asked, cancellationToken: stop),
            (asked, page) =>
            {
                asked.Totals = V1.SearchRequest.Types.Totals.None;
                return asked.PageToken = page.NextPageToken;
            },
            cancellation);
    }

    /// <summary>The hits of <see cref="SearchPagesAsync"/>, without counts. With snippets; an export of all articles is faster.</summary>
    public static IAsyncEnumerable<V1.Hit> SearchAllAsync(
        this NewsSearchClient client, V1.SearchRequest request, CancellationToken cancellation = default)
    {
        var uncounted = request.Clone();
        uncounted.Totals = V1.SearchRequest.Types.Totals.None;
        return client.SearchPagesAsync(uncounted, cancellation).SelectMany(page => page.Hits);
    }

    /// <summary>An article and all of its near-duplicates, oldest first.</summary>
    public static IAsyncEnumerable<V1.ArticleCopy> ListAllCopiesAsync(
        this NewsSearchClient client, V1.ListCopiesRequest request, CancellationToken cancellation = default)
    {
        var first = request.Clone();
        first.PageSize = Pages.Size(first.PageSize);
        return Pages.ToTheEndAsync(
            first,
            (asked, stop) => client.Articles.ListCopiesAsync(asked, cancellationToken: stop),
            (asked, page) => asked.PageToken = page.NextPageToken,
            cancellation).SelectMany(page => page.Copies);
    }

    /// <summary>Every quotation beside which an entity is named, newest article first. The size of a page is in articles.</summary>
    public static IAsyncEnumerable<V1.AttributedQuotation> ListAllQuotationsAsync(
        this NewsSearchClient client, V1.ListQuotationsRequest request, CancellationToken cancellation = default)
    {
        var first = request.Clone();
        first.PageSize = Pages.Size(first.PageSize);
        return Pages.ToTheEndAsync(
            first,
            (asked, stop) => client.Entities.ListQuotationsAsync(asked, cancellationToken: stop),
            (asked, page) => asked.PageToken = page.NextPageToken,
            cancellation).SelectMany(page => page.Quotations);
    }

    /// <summary>Every mention of an entity, newest article first. One generation of the index answers all pages.</summary>
    public static IAsyncEnumerable<V1.EntityMention> ListAllMentionsAsync(
        this NewsSearchClient client, V1.ListMentionsRequest request, CancellationToken cancellation = default)
    {
        var first = request.Clone();
        first.PageSize = Pages.Size(first.PageSize);
        return Pages.ToTheEndAsync(
            first,
            (asked, stop) => client.Entities.ListMentionsAsync(asked, cancellationToken: stop),
            (asked, page) => asked.PageToken = page.NextPageToken,
            cancellation).SelectMany(page => page.Mentions);
    }

    /// <summary>Every correction, oldest first, with those that are made meanwhile.</summary>
    public static IAsyncEnumerable<V1.Correction> ListAllCorrectionsAsync(
        this NewsSearchClient client, V1.ListCorrectionsRequest request, CancellationToken cancellation = default)
    {
        var first = request.Clone();
        first.PageSize = Pages.Size(first.PageSize);
        return Pages.ToTheEndAsync(
            first,
            (asked, stop) => client.Entities.ListCorrectionsAsync(asked, cancellationToken: stop),
            (asked, page) => asked.PageToken = page.NextPageToken,
            cancellation).SelectMany(page => page.Corrections);
    }

    /// <summary>Every text that an article has had, the current one first; without those that are added meanwhile.</summary>
    public static IAsyncEnumerable<V1.Article> ListAllRevisionsAsync(
        this NewsSearchClient client, V1.ListRevisionsRequest request, CancellationToken cancellation = default)
    {
        var first = request.Clone();
        first.PageSize = Pages.Size(first.PageSize);
        return Pages.ToTheEndAsync(
            first,
            (asked, stop) => client.Articles.ListRevisionsAsync(asked, cancellationToken: stop),
            (asked, page) => asked.PageToken = page.NextPageToken,
            cancellation).SelectMany(page => page.Revisions);
    }
}
