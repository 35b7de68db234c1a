using System.Security.Cryptography;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;
using NewsSearch.V1;
using SearchService.Access;
using static NewsSearch.Tests.Service.Access.GuardedService;

namespace NewsSearch.Tests.Service.Access;

/// <summary>Keys that change while the service runs.</summary>
public sealed class KeyChangeTests(GuardedService guarded) : IClassFixture<GuardedService>
{
    [Fact]
    public async Task Keys_and_keys_of_the_issuer_are_taken_while_the_service_runs()
    {
        guarded.AddKey("new", [AccessScope.Search]);
        Assert.Equal("BAD_CREDENTIALS", (await SearchAsync(guarded.Bearer("new"))).Reason);
        guarded.WriteKeys();
        await Eventually.TrueAsync(async () =>
            (await SearchAsync(guarded.Bearer("new"))).Code == StatusCode.OK);

        using var rsa = RSA.Create(2048);
        var next = new RsaSecurityKey(rsa) { KeyId = "2" };
        await guarded.WriteKeySetAsync(next);
        Assert.Equal(StatusCode.OK, (await SearchAsync(guarded.Token(key: next))).Code);
        Assert.Equal("BAD_CREDENTIALS", (await SearchAsync(guarded.Token())).Reason);
    }

    private Task<(StatusCode Code, string Reason)> SearchAsync(string header) =>
        TryAsync(() => guarded.Client(header).SearchAsync(new SearchRequest()).ResponseAsync);
}
