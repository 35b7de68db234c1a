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
        this NewsSearchClient client, V1.SearchRequest request, CancellationToken cancellation = default) =>
        Pages.ToTheEndAsync(
            request, client.Search.SearchAsync, later => later.Totals = V1.SearchRequest.Types.Totals.None, cancellation);

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
        this NewsSearchClient client, V1.ListCopiesRequest request, CancellationToken cancellation = default) =>
        Pages.AllAsync(request, client.Articles.ListCopiesAsync, page => page.Copies, cancellation);

    /// <summary>Every text that an article has had, the current one first; without those that are added meanwhile.</summary>
    public static IAsyncEnumerable<V1.Article> ListAllRevisionsAsync(
        this NewsSearchClient client, V1.ListRevisionsRequest request, CancellationToken cancellation = default) =>
        Pages.AllAsync(request, client.Articles.ListRevisionsAsync, page => page.Revisions, cancellation);

    /// <summary>Up to 1,000 articles related to one, best first. One generation of the index answers all pages.</summary>
    public static IAsyncEnumerable<V1.SimilarArticle> FindAllSimilarArticlesAsync(
        this NewsSearchClient client, V1.FindSimilarArticlesRequest request, CancellationToken cancellation = default) =>
        Pages.AllAsync(request, client.Articles.FindSimilarArticlesAsync, page => page.Articles, cancellation);

    /// <summary>Every entity whose name begins so, most mentioned first. One generation of the index answers all pages.</summary>
    public static IAsyncEnumerable<V1.EntityDetails> SearchAllEntitiesAsync(
        this NewsSearchClient client, V1.SearchEntitiesRequest request, CancellationToken cancellation = default) =>
        Pages.AllAsync(request, client.Entities.SearchEntitiesAsync, page => page.Entities, cancellation);

    /// <summary>
    /// Every entity that the same articles mention more often than by chance, most significant first. One generation of the index answers
    /// all pages.
    /// </summary>
    public static IAsyncEnumerable<V1.Cooccurrence> ListAllCooccurrencesAsync(
        this NewsSearchClient client, V1.ListCooccurrencesRequest request, CancellationToken cancellation = default) =>
        Pages.AllAsync(request, client.Entities.ListCooccurrencesAsync, page => page.Cooccurrences, cancellation);

    /// <summary>Every quotation beside which an entity is named, newest article first. The size of a page is in articles.</summary>
    public static IAsyncEnumerable<V1.AttributedQuotation> ListAllQuotationsAsync(
        this NewsSearchClient client, V1.ListQuotationsRequest request, CancellationToken cancellation = default) =>
        Pages.AllAsync(request, client.Entities.ListQuotationsAsync, page => page.Quotations, cancellation);

    /// <summary>Every mention of an entity, newest article first. One generation of the index answers all pages.</summary>
    public static IAsyncEnumerable<V1.EntityMention> ListAllMentionsAsync(
        this NewsSearchClient client, V1.ListMentionsRequest request, CancellationToken cancellation = default) =>
        Pages.AllAsync(request, client.Entities.ListMentionsAsync, page => page.Mentions, cancellation);

    /// <summary>Every correction, oldest first, with those that are made meanwhile.</summary>
    public static IAsyncEnumerable<V1.Correction> ListAllCorrectionsAsync(
        this NewsSearchClient client, V1.ListCorrectionsRequest request, CancellationToken cancellation = default) =>
        Pages.AllAsync(request, client.Entities.ListCorrectionsAsync, page => page.Corrections, cancellation);

    /// <summary>Every generation that can be read, newest first, with its pins; without those that are committed meanwhile.</summary>
    public static IAsyncEnumerable<V1.GenerationDetails> ListAllGenerationsAsync(
        this NewsSearchClient client, V1.ListGenerationsRequest request, CancellationToken cancellation = default) =>
        Pages.AllAsync(request, client.Index.ListGenerationsAsync, page => page.Generations, cancellation);

    /// <summary>Every snapshot, latest first; without those that are made meanwhile.</summary>
    public static IAsyncEnumerable<V1.Snapshot> ListAllSnapshotsAsync(
        this NewsSearchClient client, V1.ListSnapshotsRequest request, CancellationToken cancellation = default) =>
        Pages.AllAsync(request, client.Admin.ListSnapshotsAsync, page => page.Snapshots, cancellation);

    /// <summary>Every alert that the caller sees, oldest first, with those that are created meanwhile.</summary>
    public static IAsyncEnumerable<V1.Alert> ListAllAlertsAsync(
        this NewsSearchClient client, V1.ListAlertsRequest request, CancellationToken cancellation = default) =>
        Pages.AllAsync(request, client.Alerts.ListAlertsAsync, page => page.Alerts, cancellation);
}
