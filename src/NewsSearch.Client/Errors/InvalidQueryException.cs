using System.Globalization;
using Grpc.Core;

namespace NewsSearch.Client.Errors;

/// <summary>The query is invalid, or more expensive than the service allows.</summary>
public sealed class InvalidQueryException : NewsSearchException
{
    internal InvalidQueryException(RpcException failure, string reason, IReadOnlyDictionary<string, string> metadata)
        : base(failure, reason, metadata)
    {
    }

    /// <summary>Place of the error in the query, in UTF-16 code units.</summary>
    public int Offset => int.Parse(Metadata.GetValueOrDefault("offset", "0"), CultureInfo.InvariantCulture);

    /// <summary>Length of the place in UTF-16 code units; 0 if the error is about the whole query.</summary>
    public int Length => int.Parse(Metadata.GetValueOrDefault("length", "0"), CultureInfo.InvariantCulture);

    /// <summary>What the service expected there.</summary>
    public string Expected => Metadata.GetValueOrDefault("expected", "");

    /// <summary>What to do; empty if the expectation says it all.</summary>
    public string Hint => Metadata.GetValueOrDefault("hint", "");

    /// <summary>The query with its errors repaired or left out, which may differ from what was meant; null if there is none.</summary>
    public string? Mended => Metadata.GetValueOrDefault("mended");
}
