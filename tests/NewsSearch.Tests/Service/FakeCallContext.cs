using Grpc.Core;

namespace NewsSearch.Tests.Service;

/// <summary>Context of a call that no server made.</summary>
/// <param name="caller">Cancelled when the caller leaves.</param>
internal sealed class FakeCallContext(CancellationToken caller = default) : ServerCallContext
{
    protected override string MethodCore => "/newssearch.v1.SearchService/Search";

    protected override string HostCore => "localhost";

    protected override string PeerCore => "ipv4:127.0.0.1:1";

    protected override DateTime DeadlineCore => DateTime.MaxValue;

    protected override Metadata RequestHeadersCore { get; } = [];

    protected override CancellationToken CancellationTokenCore => caller;

    protected override Metadata ResponseTrailersCore { get; } = [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore { get; } = new(null, []);

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotSupportedException();

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;
}
