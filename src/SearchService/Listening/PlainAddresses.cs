using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SearchService.Telemetry;

namespace SearchService.Listening;

/// <summary>Warns of addresses on which keys and tokens cross the network without TLS.</summary>
internal static class PlainAddresses
{
    /// <summary>Logs each address of a started service that is open to the network and has no TLS.</summary>
    public static void Log(IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PlainAddresses));
        foreach (var address in services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && !uri.IsLoopback)
                logger.KeysWithoutTls(address);
        }
    }
}
