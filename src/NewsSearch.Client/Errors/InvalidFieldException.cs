using Grpc.Core;

namespace NewsSearch.Client.Errors;

/// <summary>A field of the request is invalid.</summary>
public sealed class InvalidFieldException : NewsSearchException
{
    internal InvalidFieldException(RpcException failure, string reason, IReadOnlyDictionary<string, string> metadata)
        : base(failure, reason, metadata)
    {
    }

    /// <summary>Path of the field, such as <c>entities[0].name</c>.</summary>
    public string Field => Metadata["field"];

    /// <summary>What the service expected.</summary>
    public string Expected => Metadata.GetValueOrDefault("expected", "");
}
