using System.Globalization;
using Grpc.Core;
using NewsIndex.Generations;
using NewsIndex.Queries;

namespace SearchService.Paging;

/// <summary>Keys of <see cref="ListToken"/> for lists ranked anew for each page: generation, corrections, entries passed.</summary>
internal static class RankingToken
{
    /// <returns>Empty when <paramref name="end"/> is null: there is no further page.</returns>
    public static string Write(ListToken tokens, RankingPlace? end) => end is null ? "" : tokens.Write(string.Create(
        CultureInfo.InvariantCulture, $"{end.Generation} {end.Corrections} {end.Passed}"));

    /// <summary>The page that a request asks for.</summary>
    /// <param name="generation">The generation of the request; null for the newest.</param>
    /// <exception cref="RpcException">
    /// INVALID_ARGUMENT: as <see cref="ListToken.Read"/>, or the page before is of another generation.
    /// </exception>
    public static RankingPage Read(ListToken tokens, string text, int size, Generation? generation)
    {
        var after = tokens.Read(text) is { } key ? Place(key) : null;
        return after is not null && generation is { } named && after.Generation != named
            ? throw PageToken.Mismatch(TokenField.OfList, $"generation {after.Generation}", "the generation of the previous page, or none")
            : new RankingPage(size) { Generation = generation, After = after };
    }

    private static RankingPlace Place(string key) =>
        key.Split(' ') is [var state, var corrections, var passed] && Generation.TryParse(state, out var generation)
            && int.TryParse(corrections, NumberStyles.None, CultureInfo.InvariantCulture, out var made)
            && int.TryParse(passed, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new RankingPlace(generation, made, count)
            : throw PageToken.Invalid(TokenField.OfList);
}
