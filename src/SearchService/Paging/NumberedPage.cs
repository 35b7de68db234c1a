using System.Globalization;
using Grpc.Core;

namespace SearchService.Paging;

/// <summary>Pages of a list whose entries have numbers that rise or fall from one to the next.</summary>
internal static class NumberedPage
{
    /// <param name="isAfter">True if the first number comes after the second in the list.</param>
    /// <returns>The page, and the token of the next one; empty on the last page.</returns>
    /// <exception cref="RpcException">As <see cref="ListToken.Read"/>.</exception>
    public static (IReadOnlyList<T> Page, string Next) Of<T>(
        IEnumerable<T> all, Func<T, int> numberOf, Func<int, int, bool> isAfter, int? last, int size, ListToken tokens)
    {
        var rest = all.Where(entry => last is not { } number || isAfter(numberOf(entry), number)).Take(size + 1).ToList();
        if (rest.Count <= size)
            return (rest, "");
        rest.RemoveAt(size);
        return (rest, tokens.Write(numberOf(rest[^1]).ToString(CultureInfo.InvariantCulture)));
    }
}
