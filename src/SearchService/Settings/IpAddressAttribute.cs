using System.ComponentModel.DataAnnotations;
using System.Net;

namespace SearchService.Settings;

/// <summary>An IP address, or localhost.</summary>
internal sealed class IpAddressAttribute : ValidationAttribute
{
    /// <summary>localhost is the loopback address of IPv4: a port is then one port.</summary>
    public static IPAddress Parse(string address) => address == "localhost" ? IPAddress.Loopback : IPAddress.Parse(address);

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is string address && (address == "localhost" || IPAddress.TryParse(address, out _))
            ? ValidationResult.Success
            : new ValidationResult($"Search:Address is \"{value}\"; expected an IP address such as 127.0.0.1, or localhost.");
}
