using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using NewsIndex;

namespace SearchService;

/// <summary>The settings of the service: section <c>Search</c> of appsettings.json, or <c>--index</c>, <c>--grpc-port</c> and <c>--http-port</c>.</summary>
public sealed class SearchOptions
{
    /// <summary>The address to listen on: an IP address. 127.0.0.1 by default; 0.0.0.0 opens the service to the network.</summary>
    [Required]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Port of gRPC over HTTP/2 without TLS. 0 to 65,535, where 0 takes any that is free; 5081 by default.</summary>
    [Range(0, 65535)]
    public int GrpcPort { get; set; } = 5081;

    /// <summary>Port of REST, gRPC-Web and the page over HTTP/1.1. 0 to 65,535, where 0 takes any that is free; 5080 by default.</summary>
    [Range(0, 65535)]
    public int HttpPort { get; set; } = 5080;

    /// <summary>Longest time that one search may take, whatever the caller's deadline. 50 ms to 5 minutes; 10 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(10);

    [ValidateObjectMembers]
    public NewsIndexOptions Index { get; set; } = new();
}
