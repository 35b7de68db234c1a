using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using NewsIndex.Engines;

namespace SearchService.Settings;

/// <summary>
/// The settings of the service: section <c>Search</c> of appsettings.json, or <c>--index</c>, <c>--grpc-port</c>, <c>--http-port</c> and
/// <c>--address</c>.
/// </summary>
public sealed class SearchOptions
{
    /// <summary>
    /// The address to listen on: an IP address, or localhost for 127.0.0.1. 127.0.0.1 by default; 0.0.0.0 opens the service to the network.
    /// </summary>
    [Required]
    [IpAddress]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Port of gRPC over HTTP/2 without TLS. 0 to 65,535, where 0 takes any that is free; 5081 by default.</summary>
    [Range(0, 65535)]
    public int GrpcPort { get; set; } = 5081;

    /// <summary>Port of REST, gRPC-Web and the page over HTTP/1.1. 0 to 65,535, where 0 takes any that is free; 5080 by default.</summary>
    [Range(0, 65535)]
    public int HttpPort { get; set; } = 5080;

    /// <summary>
    /// The hosts that requests may be addressed to, separated by semicolons, with * for any label (*.example.org) or any host at all. By
    /// default localhost, 127.0.0.1, [::1] and the address that the service listens on, so that no page of another site can read the
    /// archive by having its name lead here.
    /// </summary>
    public string AllowedHosts { get; set; } = "";

    /// <summary>
    /// Longest time that one call may take, from reading the request to sending the reply, whatever the caller's deadline; of a stream,
    /// until each message. 50 ms to 5 minutes; 10 s by default.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time that a stream may take in all. 1 s to 7 days; 1 hour by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan StreamDeadline { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long a stream waits for a caller who takes nothing of it; then it is cut off, and the state of the index that it kept is let go.
    /// 100 ms to 1 hour; 30 s by default.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan StreamTimeout { get; set; } = TimeSpan.FromSeconds(30);

    // The library knows nothing of validation by members: QueryLimitsValidator checks the limits.
#pragma warning disable SYSLIB1212
    [ValidateObjectMembers]
    public NewsIndexOptions Index { get; set; } = new();
#pragma warning restore SYSLIB1212
}
