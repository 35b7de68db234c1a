using System.Runtime.CompilerServices;
using Google.Protobuf;
using Grpc.Core;

namespace NewsSearch.Client;

/// <summary>Asks for the pages of a list to the end. The fields of pages have one name in every list of the contract.</summary>
internal static class Pages
{
    /// <summary>Entries of a page unless the request says otherwise: large pages need fewer calls, and every list allows so many.</summary>
    private const int UsualSize = 100;

    /// <summary>The entries of all pages.</summary>
    /// <param name="request">The request of the first page; it is not changed.</param>
    /// <param name="call">Asks for a page.</param>
    /// <param name="entriesOf">The entries of a page.</param>
    public static IAsyncEnumerable<TEntry> AllAsync<TRequest, TResponse, TEntry>(
        TRequest request, Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> call, Func<TResponse, IEnumerable<TEntry>> entriesOf,
        CancellationToken cancellation)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> =>
        ToTheEndAsync(request, call, _ => { }, cancellation).SelectMany(entriesOf);

    /// <param name="request">The request of the first page; it is not changed.</param>
    /// <param name="call">Asks for a page.</param>
    /// <param name="turn">Changes the request of the first page to that of later ones, apart from the token.</param>
    /// <param name="cancellation">Ends the enumeration.</param>
    public static async IAsyncEnumerable<TResponse> ToTheEndAsync<TRequest, TResponse>(
        TRequest request, Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> call, Action<TRequest> turn,
        [EnumeratorCancellation] CancellationToken cancellation)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        var asked = request.Clone();
        if (!HasSize(asked))
            Set(asked, "page_size", UsualSize);
        for (var isLast = false; !isLast;)
        {
            var page = await call(asked, new CallOptions(cancellationToken: cancellation));
            yield return page;
            var next = Get<string>(page, "next_page_token");
            isLast = next.Length == 0;
            Set(asked, "page_token", next);
            turn(asked);
        }
    }

    /// <summary>Some requests have the size of a page by an older name too, and may have only one of them.</summary>
    private static bool HasSize(IMessage request) =>
        Get<int>(request, "page_size") != 0
        || (request.Descriptor.FindFieldByName("limit") is { } older && (int)older.Accessor.GetValue(request) != 0);

    private static T Get<T>(IMessage message, string field) => (T)message.Descriptor.FindFieldByName(field).Accessor.GetValue(message);

    private static void Set(IMessage message, string field, object value) =>
        message.Descriptor.FindFieldByName(field).Accessor.SetValue(message, value);
}
