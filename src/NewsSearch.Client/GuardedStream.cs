using Grpc.Core;
using NewsSearch.Client.Errors;

namespace NewsSearch.Client;

/// <summary>A stream whose failures are read.</summary>
internal sealed class GuardedStream<T>(IAsyncStreamReader<T> stream) : IAsyncStreamReader<T>
{
    public T Current => stream.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            return await stream.MoveNext(cancellationToken);
        }
        catch (RpcException e)
        {
            throw ErrorReader.Read(e);
        }
    }
}
