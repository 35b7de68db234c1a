using Grpc.Core;

namespace NewsSearch.Client.Errors;

/// <summary>The service is busy or not ready and asks to repeat the call; it has done nothing of it.</summary>
public sealed class RetryLaterException : NewsSearchException
{
    internal RetryLaterException(RpcException failure, string reason, IReadOnlyDictionary<string, string> metadata, TimeSpan wait)
        : base(failure, reason, metadata) => Wait = wait;

    /// <summary>How long the service asks to wait.</summary>
    public TimeSpan Wait { get; }
}
