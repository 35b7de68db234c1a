using System.Collections.Frozen;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;

namespace SearchService.Access;

/// <summary>The scope that each RPC needs, over gRPC, gRPC-Web and REST alike. An RPC that is not listed is refused to everyone.</summary>
internal static class RpcAccess
{
    private static readonly FrozenDictionary<string, RpcRule> Rules = new Dictionary<string, RpcRule>
    {
        ["newssearch.v1.SearchService/Search"] = new(AccessScope.Search),
        ["newssearch.v1.SearchService/Aggregate"] = new(AccessScope.Search),
        ["newssearch.v1.SearchService/Export"] = new(AccessScope.Search),
        ["newssearch.v1.SearchService/Concordance"] = new(AccessScope.Search),
        ["newssearch.v1.SearchService/BatchSearch"] = new(AccessScope.Search),
        ["newssearch.v1.SearchService/ParseQuery"] = new(AccessScope.Search),
        ["newssearch.v1.SearchService/ExplainArticle"] = new(AccessScope.Search),
        ["newssearch.v1.SearchService/Suggest"] = new(AccessScope.Search),
        ["newssearch.v1.ArticleService/GetArticle"] = new(AccessScope.Search),
        ["newssearch.v1.ArticleService/ListRevisions"] = new(AccessScope.Search),
        ["newssearch.v1.ArticleService/FindMatches"] = new(AccessScope.Search),
        ["newssearch.v1.ArticleService/ListCopies"] = new(AccessScope.Search),
        ["newssearch.v1.ArticleService/FindSimilarArticles"] = new(AccessScope.Search),
        ["newssearch.v1.EntityService/GetEntity"] = new(AccessScope.Search),
        ["newssearch.v1.EntityService/SearchEntities"] = new(AccessScope.Search),
        ["newssearch.v1.EntityService/ListMentions"] = new(AccessScope.Search),
        ["newssearch.v1.EntityService/ListQuotations"] = new(AccessScope.Search),
        ["newssearch.v1.EntityService/ListCooccurrences"] = new(AccessScope.Search),
        ["newssearch.v1.EntityService/ListCorrections"] = new(AccessScope.Correct),
        ["newssearch.v1.EntityService/MergeEntities"] = new(AccessScope.Correct, Writes: true),
        ["newssearch.v1.EntityService/SplitEntity"] = new(AccessScope.Correct, Writes: true),
        ["newssearch.v1.EntityService/RenameEntity"] = new(AccessScope.Correct, Writes: true),
        ["newssearch.v1.EntityService/HideMention"] = new(AccessScope.Correct, Writes: true),
        ["newssearch.v1.EntityService/UndoCorrection"] = new(AccessScope.Correct, Writes: true),
        ["newssearch.v1.AlertService/CreateAlert"] = new(AccessScope.Search, Writes: true),
        ["newssearch.v1.AlertService/GetAlert"] = new(AccessScope.Search),
        ["newssearch.v1.AlertService/ListAlerts"] = new(AccessScope.Search),
        ["newssearch.v1.AlertService/DeleteAlert"] = new(AccessScope.Search, Writes: true),
        ["newssearch.v1.AlertService/WatchMatches"] = new(AccessScope.Search),
        ["newssearch.v1.IndexService/GetIndexInfo"] = new(AccessScope.Search),
        ["newssearch.v1.IndexService/ListGenerations"] = new(AccessScope.Admin),
        ["newssearch.v1.IndexService/PinGeneration"] = new(AccessScope.Admin, Writes: true),
        ["newssearch.v1.IndexService/UnpinGeneration"] = new(AccessScope.Admin, Writes: true),
        ["newssearch.v1.AdminService/CreateSnapshot"] = new(AccessScope.Admin, Writes: true),
        ["newssearch.v1.AdminService/ListSnapshots"] = new(AccessScope.Admin),
        ["newssearch.v1.AdminService/DeleteSnapshot"] = new(AccessScope.Admin, Writes: true),
        ["newssearch.v1.AdminService/Verify"] = new(AccessScope.Admin),
        ["newssearch.v1.AdminService/Reload"] = new(AccessScope.Admin, Writes: true),
        ["newssearch.v1.IngestService/IngestArticles"] = new(AccessScope.Ingest, Writes: true),
        ["newssearch.v1.IngestService/BatchIngestArticles"] = new(AccessScope.Ingest, Writes: true),
        ["newssearch.v1.IngestService/DeleteArticles"] = new(AccessScope.Ingest, Writes: true),
        ["grpc.health.v1.Health/Check"] = new(AccessScope.Open),
        ["grpc.health.v1.Health/Watch"] = new(AccessScope.Open),
        ["grpc.reflection.v1.ServerReflection/ServerReflectionInfo"] = new(AccessScope.SignedIn),
        ["grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo"] = new(AccessScope.SignedIn),
    }.ToFrozenDictionary();

    /// <summary>Null for an RPC that is not listed.</summary>
    /// <param name="method">The full name, with or without the first slash.</param>
    public static RpcRule? Find(string method) => Rules.GetValueOrDefault(method.TrimStart('/'));

    /// <summary>The scope that an endpoint needs; null when nobody may call it.</summary>
    /// <remarks>Static files are no endpoints: the search page holds no article. A path without an endpoint is not found.</remarks>
    public static AccessScope? ScopeOf(Endpoint? endpoint)
    {
        if (endpoint is null)
            return AccessScope.Open;
        if (endpoint.Metadata.GetMetadata<NeedsScope>() is { } needs)
            return needs.Scope;
        if (endpoint.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is { } rest)
            return Find(NameOf(rest.MethodDescriptor))?.Scope;
        // What is left answers that a method is unknown.
        return endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is { } grpc ? Find(grpc.Method.FullName)?.Scope : AccessScope.SignedIn;
    }

    /// <summary>The full name of the RPC that an endpoint answers, over gRPC or REST; null for another endpoint.</summary>
    public static string? RpcOf(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is { } rest ? NameOf(rest.MethodDescriptor)
        : endpoint?.Metadata.GetMetadata<GrpcMethodMetadata>() is { } grpc ? grpc.Method.FullName.TrimStart('/')
        : null;

    public static string NameOf(MethodDescriptor method) => $"{method.Service.FullName}/{method.Name}";
}

/// <summary>What one RPC needs.</summary>
/// <param name="Writes">True for a call that changes something, which the audit log records.</param>
internal sealed record RpcRule(AccessScope Scope, bool Writes = false);

/// <summary>Metadata of an endpoint that is no RPC: the scope that it needs.</summary>
internal sealed record NeedsScope(AccessScope Scope);
