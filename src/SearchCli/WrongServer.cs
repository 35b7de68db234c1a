using System.Globalization;
using Grpc.Core;

namespace SearchCli;

/// <summary>Explains why an address does not answer as a NewsSearch service.</summary>
internal static class WrongServer
{
    /// <summary>The response header with the gRPC port of a service.</summary>
    private const string GrpcPortHeader = "newssearch-grpc-port";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    public static string Explain(RpcException failure, string server) => failure.StatusCode switch
    {
        StatusCode.Cancelled or StatusCode.DeadlineExceeded => failure.Status.Detail,
        _ when GrpcServerBehind(server) is { } right =>
            $"{server} is the HTTP port of a service, and this program speaks gRPC: use --server {right}",
        StatusCode.Unavailable =>
            $"no service answers at {server}: start it with  dotnet run -c Release --project src/SearchService  or choose another with " +
            $"--server or {Commands.ServerOption.Variable}",
        _ => $"{server} does not answer as a NewsSearch service: {failure.Status.Detail}",
    };

    /// <summary>Returns the gRPC address of a service by its HTTP address; null if no service answers there.</summary>
    private static string? GrpcServerBehind(string server)
    {
        try
        {
            using var http = new HttpClient { Timeout = Timeout };
            using var answer = http.Send(new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(server), "/healthz")));
            return answer.Headers.TryGetValues(GrpcPortHeader, out var ports)
                && int.TryParse(ports.First(), CultureInfo.InvariantCulture, out var port)
                ? new UriBuilder(server) { Port = port }.Uri.GetLeftPart(UriPartial.Authority)
                : null;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            return null;
        }
    }
}
