using Grpc.Core;

namespace NewsSearch.Client.Errors;

/// <summary>A call failed. The classes below it stand for failures that a program treats differently.</summary>
public class NewsSearchException : RpcException
{
    internal NewsSearchException(RpcException failure, string reason, IReadOnlyDictionary<string, string> metadata)
        : base(failure.Status, failure.Trailers, failure.Status.Detail) =>
        (Reason, Metadata) = (reason, metadata);

    /// <summary>
    /// Reason that the contract documents, such as <c>TOO_MANY_PINS</c>. Empty if no NewsSearch service answered: it cannot be reached, the
    /// deadline of the client passed, or another server is there.
    /// </summary>
    public string Reason { get; }

    /// <summary>Metadata of the reason, as the contract documents them.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }
}
