using Grpc.Core;
using NewsSearch.Client.Errors;

namespace NewsSearch.Client;

/// <summary>A stream of requests whose failures are read.</summary>
internal sealed class GuardedRequests<T>(IClientStreamWriter<T> stream) : IClientStreamWriter<T>
{
    public WriteOptions? WriteOptions
    {
        get => stream.WriteOptions;
        set => stream.WriteOptions = value;
    }

    public Task WriteAsync(T message) => ReadErrorsAsync(stream.WriteAsync(message));

    public Task WriteAsync(T message, CancellationToken cancellationToken) =>
        ReadErrorsAsync(stream.WriteAsync(message, cancellationToken));

    public Task CompleteAsync() => ReadErrorsAsync(stream.CompleteAsync());

    private static async Task ReadErrorsAsync(Task write)
    {
        try
        {
            await write;
        }
        catch (RpcException e)
        {
            throw ErrorReader.Read(e);
        }
    }
}
