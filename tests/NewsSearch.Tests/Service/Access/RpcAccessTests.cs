using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsSearch.V1;
using SearchService.Access;

namespace NewsSearch.Tests.Service.Access;

/// <summary>Every call has a scope, in one table.</summary>
public sealed class RpcAccessTests
{
    public static TheoryData<string> Rpcs => [.. Names];

    /// <summary>Full names of all RPCs of the contract.</summary>
    internal static IReadOnlyList<string> Names =>
        [.. Files().SelectMany(file => file.Services).SelectMany(service => service.Methods).Select(RpcAccess.NameOf)];

    [Theory]
    [MemberData(nameof(Rpcs))]
    public void Every_RPC_of_the_contract_has_a_scope_that_strangers_lack(string rpc)
    {
        var rule = RpcAccess.Find(rpc);
        Assert.True(rule is not null, $"{rpc} has no scope: add it to RpcAccess");
        Assert.Contains(rule.Scope, GrantedScopes.All);
    }

    [Theory]
    [MemberData(nameof(Rpcs))]
    public void What_changes_something_needs_more_than_to_search(string rpc)
    {
        string[] reading = ["Get", "List", "Search", "Find", "Export", "Aggregate", "Concordance", "BatchSearch", "Parse", "Explain",
            "Suggest", "Watch", "Verify"];
        var name = rpc[(rpc.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var reads = reading.Any(verb => name.StartsWith(verb, StringComparison.Ordinal));
        var rule = RpcAccess.Find(rpc)!;
        Assert.Equal(!reads, rule.Writes);
        // Alerts belong to the caller who creates them.
        Assert.True(reads || rule.Scope != AccessScope.Search || rpc.StartsWith("newssearch.v1.AlertService/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_endpoint_of_the_service_has_a_scope()
    {
        await using var service = new RunningService();
        await service.InitializeAsync();
        var endpoints = service.Service<EndpointDataSource>().Endpoints;
        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, endpoint => Assert.True(RpcAccess.ScopeOf(endpoint) is not null, endpoint.DisplayName));
        List<string> open = [.. endpoints.Where(endpoint => RpcAccess.ScopeOf(endpoint) == AccessScope.Open)
            .Select(endpoint => ((RouteEndpoint)endpoint).RoutePattern.RawText!).Order(StringComparer.Ordinal)];
        Assert.Equal(["/grpc.health.v1.Health/Check", "/grpc.health.v1.Health/Watch", "/healthz", "/openapi.json", "/readyz"], open);
    }

    [Fact]
    public void An_RPC_that_is_not_listed_is_nobodys()
    {
        var metadata = new EndpointMetadataCollection(new GrpcMethodMetadata(
            typeof(RpcAccessTests), new Grpc.Core.Method<string, string>(
                Grpc.Core.MethodType.Unary, "newssearch.v1.SearchService", "Erase", Grpc.Core.Marshallers.StringMarshaller,
                Grpc.Core.Marshallers.StringMarshaller)));
        Assert.Null(RpcAccess.ScopeOf(new Endpoint(_ => Task.CompletedTask, metadata, "Erase")));
    }

    /// <summary>The files of the contract, found by the type of one of them.</summary>
    private static IEnumerable<FileDescriptor> Files() =>
        typeof(SearchRequest).Assembly.GetTypes().Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(type => type.GetProperty("Descriptor")?.GetValue(null)).OfType<FileDescriptor>();
}
