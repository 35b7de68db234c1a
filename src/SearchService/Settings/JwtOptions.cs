using System.ComponentModel.DataAnnotations;

namespace SearchService.Settings;

/// <summary>Which JWTs are taken: section <c>Search:Access:Jwt</c> of the configuration.</summary>
public sealed class JwtOptions
{
    /// <summary>
    /// Issuer of tokens, as their claim iss has it. Its keys come from its OpenID discovery document, over HTTPS, unless KeySetFile is set.
    /// Default empty: no tokens are taken.
    /// </summary>
    public string Issuer { get; set; } = "";

    /// <summary>Audience of tokens, as their claim aud has it: this service. Required with an issuer.</summary>
    public string Audience { get; set; } = "";

    /// <summary>File with the keys of the issuer as a JSON Web Key Set, read again when it changes. Default empty: discovery.</summary>
    public string KeySetFile { get; set; } = "";

    /// <summary>Claim with the name of who signs in. Default sub.</summary>
    [Required]
    public string NameClaim { get; set; } = "sub";

    /// <summary>
    /// Beginning of the words of the claims scope and scp that grant scopes here. Default newssearch: as in newssearch:search.
    /// </summary>
    public string ScopePrefix { get; set; } = "newssearch:";

    /// <summary>
    /// Claim with the sources that the token shows, one value each; a token without it shows all. Default newssearch_sources.
    /// </summary>
    [Required]
    public string SourcesClaim { get; set; } = "newssearch_sources";

    /// <summary>True when tokens are taken.</summary>
    internal bool IsOn => Issuer.Length > 0;
}
