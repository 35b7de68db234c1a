using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using SearchService.Listening;
using SearchService.Settings;

namespace SearchService.Access;

/// <summary>Checks when the service starts that no stranger can reach it, and that its keys can be read.</summary>
internal sealed class AccessCheck(IConfiguration configuration) : IValidateOptions<SearchOptions>
{
    public ValidateOptionsResult Validate(string? name, SearchOptions options)
    {
        List<string> errors = [.. Errors(options)];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> Errors(SearchOptions options)
    {
        var access = options.Access;
        if (!access.IsOn && ServiceAddresses.Configured(configuration, options).FirstOrDefault(each => !IsLocal(each)) is { } open)
        {
            yield return $"{open} is open to the network while access is off; expected Search:Access:KeyFile or Search:Access:Jwt:Issuer; "
                + "set one of them, or listen on 127.0.0.1";
        }

        if (access.Jwt.IsOn && access.Jwt.Audience.Length == 0)
            yield return "Search:Access:Jwt:Audience is empty; expected the audience of this service; tokens for others must not be taken";
        if (access.Jwt.IsOn && access.Jwt.KeySetFile.Length == 0 && !access.Jwt.Issuer.StartsWith("https://", StringComparison.Ordinal))
        {
            yield return "Search:Access:Jwt:Issuer is invalid; expected an address that begins with https://; "
                + "for another name set Search:Access:Jwt:KeySetFile";
        }

        foreach (var error in new[] { Problem(access.KeyFile, path => KeyFile.Read(path)), Problem(access.Jwt.KeySetFile, ReadKeySet) })
        {
            if (error is not null)
                yield return error;
        }
    }

    /// <summary>True for an address that only this machine can reach; an unknown form counts as open.</summary>
    private static bool IsLocal(string address)
    {
        try
        {
            var binding = BindingAddress.Parse(address);
            return binding.IsUnixPipe || binding.IsNamedPipe || binding.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(binding.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string? Problem(string path, Action<string> read)
    {
        if (path.Length == 0)
            return null;
        try
        {
            read(path);
            return null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return e is FormatException ? e.Message : $"{path} cannot be read ({e.Message}); expected a file that the service may read";
        }
    }

    private static void ReadKeySet(string path)
    {
        if (JsonWebKeySet.Create(File.ReadAllText(path)).GetSigningKeys().Count == 0)
            throw new FormatException($"{path} has no key; expected a JSON Web Key Set with the public keys of the issuer");
    }
}
