using Google.Protobuf;
using Grpc.Core;

namespace SearchCli.Commands;

/// <summary>Asks for as many pages of a list as a limit needs. The fields of pages have one name in every list of the contract.</summary>
internal static class JoinedPages
{
    /// <summary>Entries of a page that every list allows.</summary>
    private const int MaxPageSize = 100;

    /// <summary>Returns the first page with the entries of later ones appended.</summary>
    /// <param name="request">The request of the first page; its size and token are overwritten.</param>
    /// <param name="limit">Entries to ask for, as the list counts the size of its pages; 1 or more.</param>
    public static async Task<TResponse> ReadAsync<TRequest, TResponse>(
        TRequest request, int limit, Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> call, CancellationToken cancellation)
        where TRequest : IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>, new()
    {
        var (all, token, left) = (new TResponse(), "", limit);
        do
        {
            var size = Math.Min(left, MaxPageSize);
            Set(request, "page_size", size);
            Set(request, "page_token", token);
            var page = await call(request, new CallOptions(cancellationToken: cancellation));
            all.MergeFrom(page);
            token = (string)page.Descriptor.FindFieldByName("next_page_token").Accessor.GetValue(page);
            left -= size;
        }
        while (left > 0 && token.Length > 0);

        // An empty token merges nothing.
        Set(all, "next_page_token", token);
        return all;
    }

    private static void Set(IMessage message, string field, object value) =>
        message.Descriptor.FindFieldByName(field).Accessor.SetValue(message, value);
}
