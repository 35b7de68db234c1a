using System.Security.Claims;
using SearchService.Settings;

namespace SearchService.Access;

/// <summary>What the claims of a valid JWT grant.</summary>
internal static class TokenClaims
{
    /// <summary>The claims with scopes: of OAuth, and of Microsoft's issuers. Their words are parted by spaces.</summary>
    private static readonly string[] ScopeClaims = ["scope", "scp"];

    /// <returns>Null for a token that names nobody.</returns>
    public static Caller? CallerOf(ClaimsIdentity claims, JwtOptions options)
    {
        if (claims.FindFirst(options.NameClaim)?.Value is not { Length: > 0 and <= 200 } name || name.Any(char.IsControl))
            return null;
        var sources = claims.FindAll(options.SourcesClaim).Select(claim => claim.Value).ToList();
        var scopes = claims.Claims.Where(claim => ScopeClaims.Contains(claim.Type))
            .SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.StartsWith(options.ScopePrefix, StringComparison.Ordinal))
            .Select(word => GrantedScopes.Find(word[options.ScopePrefix.Length..])).OfType<AccessScope>()
            .Where(scope => sources.Count == 0 || GrantedScopes.MayBeBoundToSources(scope));
        return new Caller(name, $"token {name}", scopes.ToHashSet()) { Sources = sources.Count == 0 ? null : sources };
    }
}
