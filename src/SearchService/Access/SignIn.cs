using Grpc.Core;
using Microsoft.Extensions.Options;
using SearchService.Errors;
using SearchService.Settings;

namespace SearchService.Access;

/// <summary>Finds out who calls, by the header <c>authorization: Bearer …</c> with an API key or a JWT.</summary>
internal sealed class SignIn(IOptions<SearchOptions> options, KeyRing keys, TokenReader tokens, TimeProvider clock)
{
    private const string Scheme = "Bearer ";

    private AccessOptions Options => options.Value.Access;

    /// <exception cref="RpcException">UNAUTHENTICATED: there are no valid credentials. UNAVAILABLE: the issuer cannot be asked.</exception>
    public async Task<Caller> CallerAsync(HttpContext context)
    {
        if (!Options.IsOn)
            return Caller.Anyone(context.Connection.Id);
        var header = context.Request.Headers.Authorization;
        if (header.Count == 0)
            throw ErrorsToStatus.OfMissingCredentials();
        if (header is not [{ } text] || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            throw ErrorsToStatus.OfWrongCredentials();
        var credentials = text[Scheme.Length..].Trim();
        return KeySecret.IsKey(credentials) ? OfKey(credentials) : await OfTokenAsync(credentials, context.RequestAborted);
    }

    private Caller OfKey(string text)
    {
        var key = keys.Find(text) ?? throw ErrorsToStatus.OfWrongCredentials();
        if (key.Expires <= clock.GetUtcNow())
            throw ErrorsToStatus.OfExpiredCredentials();
        return new Caller(key.Name, $"key {key.Name}", key.Scopes.ToHashSet())
        {
            Sources = key.Sources,
            CallsPerSecond = key.CallsPerSecond,
            ConcurrentCalls = key.ConcurrentCalls,
        };
    }

    private async Task<Caller> OfTokenAsync(string token, CancellationToken cancellation) =>
        Options.Jwt.IsOn && await tokens.ReadAsync(token, cancellation) is { } claims
            && TokenClaims.CallerOf(claims, Options.Jwt) is { } caller
            ? caller
            : throw ErrorsToStatus.OfWrongCredentials();
}
