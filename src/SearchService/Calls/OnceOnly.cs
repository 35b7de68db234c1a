using Grpc.Core;
using NewsIndex.Repeats;

namespace SearchService.Calls;

/// <summary>Writes what a request asks for once, however often the request comes.</summary>
internal static class OnceOnly
{
    /// <param name="request">Null for a request without an id, which writes each time.</param>
    /// <param name="first">Finds the answer to the request when it came before; null if it did not.</param>
    /// <param name="write">Checks and writes. It looks again under the lock of what it writes.</param>
    public static async Task<T> AnswerAsync<T>(WriteRequest? request, Func<WriteRequest, T?> first, Func<Task<T>> write)
        where T : class
    {
        if (request is null)
            return await write();
        if (first(request) is { } known)
            return known;
        try
        {
            return await write();
        }
        catch (RpcException)
        {
            // The same request may have come twice at once, and what the other wrote may be why a check fails: the entity of a hidden
            // mention is not found any more.
            if (first(request) is { } meanwhile)
                return meanwhile;
            throw;
        }
    }
}
