namespace SearchService.Paging;

/// <summary>A field of a request that takes the token of a place in a list, for the errors about it.</summary>
/// <param name="Name">Its name in the contract.</param>
/// <param name="Origin">Where its tokens come from.</param>
/// <param name="Bound">What of the request must be as it was.</param>
/// <param name="Advice">What may change.</param>
internal sealed record TokenField(string Name, string Origin, string Bound, string Advice)
{
    private const string PreviousPage = "the next_page_token of the previous page";

    public static readonly TokenField OfSearch = new(
        "page_token", PreviousPage, "the query, filters and order of the previous page", "only page_size, totals and view may change");

    public static readonly TokenField OfExport = new(
        "cursor", "the cursor of the last message", "the query, filters and order of the request that gave the cursor",
        "only limit, without_body and with_reading may change");

    public static readonly TokenField OfList = new(
        "page_token", PreviousPage, "the request of the previous page", "only page_size may change");
}
