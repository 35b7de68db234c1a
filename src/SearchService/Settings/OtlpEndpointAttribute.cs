using System.ComponentModel.DataAnnotations;

namespace SearchService.Settings;

/// <summary>Requires an address with a scheme, or nothing.</summary>
internal sealed class OtlpEndpointAttribute : ValidationAttribute
{
    public OtlpEndpointAttribute() => ErrorMessage = "an address such as http://127.0.0.1:4317, or nothing";

    public override bool IsValid(object? value) => value is ""
        || (Uri.TryCreate(value as string, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https"));
}
