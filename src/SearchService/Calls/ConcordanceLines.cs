using System.Runtime.CompilerServices;
using NewsIndex.Generations;
using NewsIndex.Results;
using SearchService.Errors;
using SearchService.Replies;
using V1 = NewsSearch.V1;

namespace SearchService.Calls;

/// <summary>Lines of a concordance in the order that was asked for.</summary>
internal static class ConcordanceLines
{
    /// <summary>Lines that are sorted in memory at most.</summary>
    private const int MaxSorted = 200_000;

    /// <summary>Streams the lines in the order of the articles; other orders read all of them first.</summary>
    /// <param name="context">Characters on either side of a match.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT (QUERY_TOO_EXPENSIVE): too many lines to sort.</exception>
    public static IAsyncEnumerable<V1.ConcordanceResponse> ReadAsync(
        IAsyncEnumerable<Hit> hits, ConcordanceOrder order, int context, CancellationToken deadline) =>
        order == ConcordanceOrder.Articles ? InOrderOfArticlesAsync(hits, context, deadline) : SortedAsync(hits, order, context, deadline);

    private static async IAsyncEnumerable<V1.ConcordanceResponse> InOrderOfArticlesAsync(
        IAsyncEnumerable<Hit> hits, int context, [EnumeratorCancellation] CancellationToken deadline)
    {
        await foreach (var hit in hits)
        {
            foreach (var line in Concordance.LinesOf(hit, context))
                yield return ConcordanceReplies.From(line, hit.Cursor!.Generation);
            // Hits without a line send nothing, and would never come upon the deadline.
            deadline.ThrowIfCancellationRequested();
        }
    }

    private static async IAsyncEnumerable<V1.ConcordanceResponse> SortedAsync(
        IAsyncEnumerable<Hit> hits, ConcordanceOrder order, int context, [EnumeratorCancellation] CancellationToken deadline)
    {
        var lines = new List<ConcordanceLine>();
        Generation generation = default;
        await foreach (var hit in hits)
        {
            generation = hit.Cursor!.Generation;
            lines.AddRange(Concordance.LinesOf(hit, context).Take(MaxSorted + 1 - lines.Count));
            if (lines.Count > MaxSorted)
                throw ErrorsToStatus.OfTooManyLines(MaxSorted);
            deadline.ThrowIfCancellationRequested();
        }

        foreach (var line in Concordance.Sort(lines, order))
            yield return ConcordanceReplies.From(line, generation);
    }
}
