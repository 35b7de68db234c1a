using System.ComponentModel.DataAnnotations;

namespace SearchService.Settings;

/// <summary>
/// Who may call: section <c>Search:Access</c> of the configuration. Access is off while there is neither a key file nor an issuer.
/// </summary>
public sealed class AccessOptions
{
    /// <summary>File of API keys that "keys add" makes, read again when it changes. Default empty: no keys are taken.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>Calls of one key or token in a second, unless the key has a limit of its own. 0 to 1000000; default 0: no limit.</summary>
    [Range(0, 1_000_000)]
    public int CallsPerSecond { get; set; }

    /// <summary>Calls of one key or token at once, unless the key has a limit of its own. 0 to 100000; default 0: no limit.</summary>
    [Range(0, 100_000)]
    public int ConcurrentCalls { get; set; }

    /// <summary>Options of JWT.</summary>
    public JwtOptions Jwt { get; set; } = new();

    /// <summary>True when callers have to sign in.</summary>
    internal bool IsOn => KeyFile.Length > 0 || Jwt.IsOn;
}
