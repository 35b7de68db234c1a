using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SearchService.Settings;

namespace SearchService.Listening;

/// <summary>Where a service that was started listens.</summary>
public static class ServiceAddresses
{
    /// <summary>Of gRPC and of REST and the page, in this order.</summary>
    public static (string Grpc, string Http) Of(IServer server)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        return (addresses[0], addresses[1]);
    }

    /// <summary>
    /// Hosts that requests may be addressed to: those of the setting, or the loopback names and the address that is listened on.
    /// </summary>
    internal static string[] AllowedHosts(SearchOptions options)
    {
        if (options.AllowedHosts.Length > 0)
            return options.AllowedHosts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var own = IpAddressAttribute.Parse(options.Address);
        string[] names = ["localhost", "127.0.0.1", "[::1]"];
        return own.Equals(System.Net.IPAddress.Any) || own.Equals(System.Net.IPAddress.IPv6Any)
            ? names
            : [.. names, own.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{own}]" : own.ToString()];
    }
}
