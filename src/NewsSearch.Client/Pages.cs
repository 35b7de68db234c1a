using System.Runtime.CompilerServices;
using Grpc.Core;

namespace NewsSearch.Client;

/// <summary>Asks for the pages of a list to the end.</summary>
internal static class Pages
{
    /// <summary>Most entries of a page in every list.</summary>
    private const int LargestSize = 100;

    /// <param name="first">The request of the first page, which becomes that of the others.</param>
    /// <param name="call">Asks for a page.</param>
    /// <param name="turn">Makes a request that of the page after a response, and returns its token: empty after the last page.</param>
    /// <param name="cancellation">Ends the enumeration.</param>
    public static async IAsyncEnumerable<TResponse> ToTheEndAsync<TRequest, TResponse>(
        TRequest first, Func<TRequest, CancellationToken, AsyncUnaryCall<TResponse>> call, Func<TRequest, TResponse, string> turn,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        TResponse page;
        do
        {
            page = await call(first, cancellation);
            yield return page;
        }
        while (turn(first, page).Length > 0);
    }

    /// <summary>The size of a page: large ones need fewer calls.</summary>
    public static int Size(int asked) => asked == 0 ? LargestSize : asked;
}
