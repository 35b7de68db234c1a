using System.Security.Claims;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using SearchService.Errors;
using SearchService.Settings;
using SearchService.Telemetry;

namespace SearchService.Access;

/// <summary>Reads JWTs: one issuer's, for one audience, signed with a private key of the issuer, and in force.</summary>
internal sealed class TokenReader
{
    /// <summary>Signatures by a private key alone. A shared secret would let every holder make tokens.</summary>
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters parameters;
    private readonly ILogger<TokenReader> logger;

    public TokenReader(IOptions<SearchOptions> options, ILogger<TokenReader> logger)
    {
        var jwt = options.Value.Access.Jwt;
        this.logger = logger;
        parameters = new TokenValidationParameters
        {
            ValidAlgorithms = Algorithms,
            ValidIssuer = jwt.Issuer,
            ValidAudience = jwt.Audience,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ClockSkew = TimeSpan.FromSeconds(30),
        };
        if (jwt.KeySetFile.Length > 0)
            Keys = KeysOf(new KeySetFile(jwt.KeySetFile));
        else if (jwt.IsOn)
            Keys = KeysOf(Discovery(jwt.Issuer));
    }

    /// <summary>Gets the keys of the issuer, so that a failure to is told apart from a wrong token.</summary>
    private Func<CancellationToken, Task> Keys { get; } = _ => Task.CompletedTask;

    /// <returns>The claims; null for a token that is invalid.</returns>
    /// <exception cref="Grpc.Core.RpcException">
    /// UNAUTHENTICATED (CREDENTIALS_EXPIRED); UNAVAILABLE (SIGN_IN_UNAVAILABLE): the keys of the issuer cannot be had.
    /// </exception>
    public async Task<ClaimsIdentity?> ReadAsync(string token, CancellationToken cancellation)
    {
        try
        {
            await Keys(cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            logger.IssuerNotAsked(e);
            throw ErrorsToStatus.OfSignInUnavailable();
        }

        var result = await handler.ValidateTokenAsync(token, parameters);
        if (result.IsValid)
            return result.ClaimsIdentity;
        return result.Exception is SecurityTokenExpiredException ? throw ErrorsToStatus.OfExpiredCredentials() : null;
    }

    private static ConfigurationManager<OpenIdConnectConfiguration> Discovery(string issuer) => new(
        issuer.TrimEnd('/') + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever());

    private Func<CancellationToken, Task> KeysOf(ConfigurationManager<OpenIdConnectConfiguration> discovery)
    {
        parameters.ConfigurationManager = discovery;
        return discovery.GetConfigurationAsync;
    }

    private Func<CancellationToken, Task> KeysOf(KeySetFile file)
    {
        parameters.IssuerSigningKeyResolver = (_, _, _, _) => file.Keys;
        return _ =>
        {
            file.Read();
            return Task.CompletedTask;
        };
    }
}
