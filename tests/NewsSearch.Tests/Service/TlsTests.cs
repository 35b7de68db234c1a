using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace NewsSearch.Tests.Service;

/// <summary>TLS by the settings of Kestrel, as docs/access.md has them.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task With_endpoints_of_Kestrel_there_is_TLS_and_no_other_port()
    {
        using var certificate = WriteCertificate("server");
        await using var service = new RunningService([.. Tls("Grpc", "Http2"), .. Tls("Http", "Http1")]);
        await service.InitializeAsync();
        Assert.Equal((Uri.UriSchemeHttps, Uri.UriSchemeHttps), (new Uri(service.GrpcAddress).Scheme, service.Http.BaseAddress!.Scheme));
        using var handler = Trusting(certificate);
        using var http = new HttpClient(handler) { BaseAddress = service.Http.BaseAddress };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("healthz")).StatusCode);
        await AssertAnsweredAsync(service.GrpcAddress, certificate, client: null);
    }

    [Fact]
    public async Task Certificates_of_clients_can_be_required()
    {
        using var certificate = WriteCertificate("server");
        using var client = Create("client");
        await using var service = new RunningService(
            [.. Tls("Grpc", "Http2"), .. Tls("Http", "Http1"), "--Kestrel:Endpoints:Grpc:ClientCertificateMode", "RequireCertificate"]);
        await service.InitializeAsync();
        await AssertDisconnectedAsync(service.GrpcAddress, certificate, client: null);
        // Nobody that this machine trusts has signed it.
        await AssertDisconnectedAsync(service.GrpcAddress, certificate, client);
    }

    /// <summary>
    /// In TLS 1.3 a server refuses a certificate after the client has begun its call; the client's library makes the status of what it was
    /// doing when the connection broke.
    /// </summary>
    private static async Task AssertDisconnectedAsync(string address, X509Certificate2 server, X509Certificate2? client)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => AssertAnsweredAsync(address, server, client));
        Assert.True(refused.StatusCode is StatusCode.Unavailable or StatusCode.Internal, refused.Status.ToString());
        // A status that the service sent would have none.
        Assert.NotNull(refused.Status.DebugException);
    }

    private static async Task AssertAnsweredAsync(string address, X509Certificate2 server, X509Certificate2? client)
    {
        using var handler = Trusting(server);
        if (client is not null)
            handler.SslOptions.ClientCertificates = [client];
        using var channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpHandler = handler });
        var health = await new Health.HealthClient(channel).CheckAsync(
            new HealthCheckRequest(), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(20));
        Assert.NotEqual(HealthCheckResponse.Types.ServingStatus.ServiceUnknown, health.Status);
    }

    private static SocketsHttpHandler Trusting(X509Certificate2 server) => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == server.GetCertHashString(),
        },
    };

    private string[] Tls(string name, string protocols) =>
    [
        $"--Kestrel:Endpoints:{name}:Url", "https://127.0.0.1:0", $"--Kestrel:Endpoints:{name}:Protocols", protocols,
        $"--Kestrel:Endpoints:{name}:Certificate:Path", folder.File("server.pem"),
        $"--Kestrel:Endpoints:{name}:Certificate:KeyPath", folder.File("server.key"),
    ];

    private X509Certificate2 WriteCertificate(string name)
    {
        var certificate = Create(name);
        File.WriteAllText(folder.File(name + ".pem"), certificate.ExportCertificatePem());
        using var key = certificate.GetRSAPrivateKey()!;
        File.WriteAllText(folder.File(name + ".key"), key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }

    private static X509Certificate2 Create(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
    }
}
