using Grpc.Core;

namespace NewsSearch.Client.Errors;

/// <summary>The article, entity, correction or pin does not exist.</summary>
public sealed class NotFoundException : NewsSearchException
{
    internal NotFoundException(RpcException failure, string reason, IReadOnlyDictionary<string, string> metadata)
        : base(failure, reason, metadata)
    {
    }

    /// <summary>Its id, number or generation, cut after 100 characters.</summary>
    public string Id => Metadata.Values.FirstOrDefault("");
}
