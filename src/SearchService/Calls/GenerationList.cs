using NewsIndex.Engines;
using NewsIndex.Generations;
using SearchService.Paging;
using SearchService.Replies;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <summary>Reads a page of the generations that can be read, with their pins.</summary>
internal static class GenerationList
{
    /// <param name="after">The last generation of the page before; null for the first page.</param>
    /// <param name="now">Tells which pins have expired.</param>
    public static V1.ListGenerationsResponse Read(
        IArticleSearcherLifetime searcher, IGenerationPins pins, Generation? after, int size, ListToken tokens, DateTimeOffset now)
    {
        var readable = searcher.ListGenerations();
        var made = pins.Read();
        var (page, next) = ListPage.Of(
            readable.Where(generation => after is not { } last || IsAfter(generation, last)), generation => $"{generation}", size, tokens);
        var response = new V1.ListGenerationsResponse
        {
            Current = readable[0].ToString(),
            NextPageToken = next,
        };
        if (after is null)
            response.Pinned.Add(made.Select(pin => IndexReplies.From(pin, now)));
        // One that is gone meanwhile is left out.
        response.Generations.Add(page.Select(searcher.Describe).OfType<KeptGeneration>().Select(kept =>
            IndexReplies.From(kept, kept.Generation == readable[0], made.Where(pin => pin.Generation == kept.Generation), now)));
        return response;
    }

    /// <summary>
    /// In the order of <see cref="IArticleSearcherLifetime.ListGenerations"/>: by number, newest first, then by fingerprint.
    /// </summary>
    private static bool IsAfter(Generation generation, Generation last) =>
        generation.Number < last.Number || (generation.Number == last.Number && generation.Fingerprint > last.Fingerprint);
}
