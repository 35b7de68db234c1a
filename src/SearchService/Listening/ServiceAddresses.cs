using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SearchService.Settings;

namespace SearchService.Listening;

/// <summary>Addresses that the service listens on and hosts that it answers to.</summary>
public static class ServiceAddresses
{
    /// <summary>The section whose endpoints stand in place of the two ports of the service.</summary>
    private const string Endpoints = "Kestrel:Endpoints";

    /// <summary>
    /// Addresses of a service that was started: of gRPC, and of REST and the page. Where one configured endpoint speaks both, it is both.
    /// </summary>
    public static (string Grpc, string Http) Of(IServer server)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        return (addresses[0], addresses[^1]);
    }

    /// <summary>True when Kestrel's own settings say where to listen.</summary>
    internal static bool AreKestrels(IConfiguration configuration) => configuration.GetSection(Endpoints).GetChildren().Any();

    /// <summary>The addresses that the settings ask for.</summary>
    internal static IEnumerable<string> Configured(IConfiguration configuration, SearchOptions options)
    {
        if (AreKestrels(configuration))
            return configuration.GetSection(Endpoints).GetChildren().Select(endpoint => endpoint["Url"] ?? "");
        return IpAddressAttribute.IsAddress(options.Address)
            ? [$"http://{HostOf(IpAddressAttribute.Parse(options.Address))}:{options.GrpcPort}"]
            : [];
    }

    /// <summary>Values of the Host header that are answered: those of the option, or else the loopback names and the own address.</summary>
    internal static string[] AllowedHosts(SearchOptions options)
    {
        if (options.AllowedHosts.Length > 0)
            return options.AllowedHosts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var own = IpAddressAttribute.Parse(options.Address);
        string[] names = ["localhost", "127.0.0.1", "[::1]"];
        return own.Equals(IPAddress.Any) || own.Equals(IPAddress.IPv6Any)
            ? names
            : [.. names, HostOf(own)];
    }

    private static string HostOf(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
}
