using System.ComponentModel.DataAnnotations;
using System.Net;

namespace SearchService.Settings;

/// <summary>Requires an IP address or <c>localhost</c>.</summary>
internal sealed class IpAddressAttribute : ValidationAttribute
{
    public IpAddressAttribute() => ErrorMessage = "an IP address such as 127.0.0.1, or localhost";

    /// <summary>Parses a valid value. <c>localhost</c> is 127.0.0.1 alone, since two loopback addresses would need two ports.</summary>
    public static IPAddress Parse(string address) => address == "localhost" ? IPAddress.Loopback : IPAddress.Parse(address);

    public static bool IsAddress(string address) => address == "localhost" || IPAddress.TryParse(address, out _);

    public override bool IsValid(object? value) => value is string address && IsAddress(address);
}
