using Grpc.Core;

namespace NewsSearch.Client.Errors;

/// <summary>A generation is no longer kept (<c>GENERATION_EXPIRED</c>), or the index never had it (<c>GENERATION_UNKNOWN</c>).</summary>
public sealed class GenerationException : NewsSearchException
{
    internal GenerationException(RpcException failure, string reason, IReadOnlyDictionary<string, string> metadata)
        : base(failure, reason, metadata)
    {
    }

    /// <summary>The generation of the request, or of its page token.</summary>
    public string Asked => Metadata.GetValueOrDefault("asked", "");

    /// <summary>The generation that searches are answered from now.</summary>
    public string Current => Metadata.GetValueOrDefault("current", "");
}
