using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NewsSearch.V1;
using SearchService.Access;
using Article = NewsIndex.Articles.Article;
using NamedEntity = NewsIndex.Articles.NamedEntity;

namespace NewsSearch.Tests.Service.Access;

/// <summary>A service with keys and an issuer of tokens, over two articles of two sources.</summary>
public sealed class GuardedService : IAsyncLifetime
{
    private const string Issuer = "https://login.example";
    private const string Audience = "newssearch";

    private readonly TemporaryFolder folder = new();
    private readonly RsaSecurityKey signing = new(RSA.Create(2048)) { KeyId = "1" };
    private readonly Dictionary<string, string> keys = [];
    private readonly List<ApiKey> kept = [];

    public RunningService Running { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        AddKey("reader", [AccessScope.Search]);
        AddKey("herald", [AccessScope.Search], sources: ["Herald"]);
        AddKey("desk", [AccessScope.Search, AccessScope.Correct]);
        AddKey("feed", [AccessScope.Ingest]);
        AddKey("herald feed", [AccessScope.Ingest], sources: ["Herald"]);
        AddKey("keeper", [AccessScope.Admin]);
        AddKey("scraper", [AccessScope.Metrics]);
        AddKey("gone", [AccessScope.Search], expires: DateTimeOffset.UnixEpoch);
        AddKey("slow", [AccessScope.Search], perSecond: 2);
        AddKey("single", [AccessScope.Search], atOnce: 1);
        WriteKeys();
        await WriteKeySetAsync(signing);
        Running = new RunningService(
            "--Search:Access:KeyFile", folder.File("keys.jsonl"), "--Search:Access:Jwt:Issuer", Issuer,
            "--Search:Access:Jwt:Audience", Audience, "--Search:Access:Jwt:KeySetFile", folder.File("jwks.json"),
            "--Search:Ingest:Enabled", "true", "--Search:Ingest:Recogniser", "none", "--Logging:LogLevel:Default", "Information");
        await Running.InitializeAsync();
        await Running.WriteAsync(
            Storm("1", "Herald", "Jane Roe"), Storm("2", "Post", "Ann Poe"));
        var index = new IndexService.IndexServiceClient(Invoker(Bearer("reader")));
        await Eventually.TrueAsync(async () =>
            (await TryAsync(() => index.GetIndexInfoAsync(new GetIndexInfoRequest()).ResponseAsync)).Code == StatusCode.OK
                && (await index.GetIndexInfoAsync(new GetIndexInfoRequest())).Articles == 2);
    }

    public async Task DisposeAsync()
    {
        await Running.DisposeAsync();
        signing.Rsa.Dispose();
        folder.Dispose();
    }

    /// <summary>The text of every key, by name.</summary>
    public IReadOnlyDictionary<string, string> Keys => keys;

    public void WriteKeys() => KeyFile.Write(folder.File("keys.jsonl"), kept);

    private static Article Storm(string id, string source, string person) => new()
    {
        Id = id,
        Body = $"{person} saw a storm",
        Source = source,
        Entities = [new NamedEntity(person, NewsIndex.Articles.EntityType.Person)],
    };

    public string? HeaderOf(string kind) => kind switch
    {
        "none" => null,
        "another scheme" => "Basic ZGVzazpkZXNr",
        "a made-up key" => "Bearer " + KeySecret.Create().Text,
        "the id of a key with another secret" => $"Bearer nsk_{keys["reader"].Split('_')[1]}_{new string('A', 43)}",
        "an expired key" => Bearer("gone"),
        "a key without the scope" => Bearer("keeper"),
        "a key" => Bearer("reader"),
        "no token" => "Bearer storm",
        "a token" => Token(),
        "a token without the scope" => Token(scope: "openid newssearch:correct"),
        "a token with the scope of another service" => Token(scope: "search other:search"),
        "an expired token" => Token(expires: TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-5)),
        "a token that never ends" => Token(expires: DateTime.MaxValue),
        "a token of another issuer" => Token(issuer: "https://evil.example"),
        "a token for another audience" => Token(audience: "another"),
        "a token signed by somebody else" => Token(key: new RsaSecurityKey(RSA.Create(2048)) { KeyId = "1" }),
        "a token signed with a shared secret" => Token(
            key: new SymmetricSecurityKey(signing.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = "1" }, algorithm: "HS256"),
        "a token that is not signed" => Unsigned(),
        "a token with changed claims" => Changed(),
        "a token that names nobody" => Token(subject: null),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such credentials"),
    };

    /// <param name="expires">The greatest date stands for none.</param>
    public string Token(
        string scope = "newssearch:search", string issuer = Issuer, string audience = Audience, string? subject = "alice",
        DateTime? expires = null, string[]? sources = null, SecurityKey? key = null, string algorithm = "RS256")
    {
        var claims = new Dictionary<string, object> { ["scope"] = scope };
        if (subject is not null)
            claims["sub"] = subject;
        if (sources is not null)
            claims["newssearch_sources"] = sources;
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return "Bearer " + handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Claims = claims,
            NotBefore = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1),
            Expires = expires == DateTime.MaxValue ? null : expires ?? TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
            SigningCredentials = new SigningCredentials(key ?? signing, algorithm),
        });
    }

    private string Unsigned()
    {
        var parts = Token().Split('.');
        return $"Bearer {Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.";
    }

    private string Changed()
    {
        var parts = Token().Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("alice", "admin", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}";
    }

    public string Bearer(string key) => "Bearer " + keys[key];

    public Task WriteKeySetAsync(RsaSecurityKey key)
    {
        var open = new RsaSecurityKey(key.Rsa.ExportParameters(false)) { KeyId = key.KeyId };
        var set = new { keys = new[] { JsonWebKeyConverter.ConvertFromRSASecurityKey(open) } };
        return File.WriteAllTextAsync(folder.File("jwks.json"), JsonSerializer.Serialize(set));
    }

    internal void AddKey(
        string name, AccessScope[] scopes, string[]? sources = null, DateTimeOffset? expires = null, int? perSecond = null,
        int? atOnce = null)
    {
        var (text, id, hash) = KeySecret.Create();
        keys[name] = text;
        kept.Add(new ApiKey(id, name, hash, scopes, sources, expires, perSecond, atOnce));
    }

    public V1.SearchService.SearchServiceClient Client(string? header) => new(Invoker(header));

    public CallInvoker Invoker(string? header) => Running.Channel.Intercept(metadata =>
    {
        if (header is not null)
            metadata.Add("authorization", header);
        return metadata;
    });

    public async Task<HttpResponseMessage> Get(string path, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await Running.Http.SendAsync(request);
    }

    public static async Task<(StatusCode Code, string Reason)> TryAsync<T>(Func<Task<T>> call)
    {
        try
        {
            await call();
            return (StatusCode.OK, "");
        }
        catch (RpcException e)
        {
            return (e.StatusCode, e.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? e.Status.Detail);
        }
    }
}
