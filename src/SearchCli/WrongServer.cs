using System.Globalization;
using Grpc.Core;

namespace SearchCli;

/// <summary>What is wrong with the address of a service that did not answer as one.</summary>
internal static class WrongServer
{
    /// <summary>The header in which the service says where it answers gRPC.</summary>
    private const string GrpcPort = "newssearch-grpc-port";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static string Explain(RpcException failure, string server) => failure.StatusCode switch
    {
        StatusCode.Cancelled or StatusCode.DeadlineExceeded => failure.Status.Detail,
        _ when GrpcServerBehind(server) is { } right =>
            $"{server} is the HTTP port of a service, and this program speaks gRPC: use --server {right}",
        StatusCode.Unavailable =>
            $"no service answers at {server}: start it with  dotnet run -c Release --project src/SearchService  or name another with --server or {Commands.ServerOption.Variable}",
        _ => $"{server} does not answer as a NewsSearch service: {failure.Status.Detail}",
    };

    /// <summary>The gRPC address of the service whose HTTP port this is; null when it is none.</summary>
    private static string? GrpcServerBehind(string server)
    {
        try
        {
            using var http = new HttpClient { Timeout = Patience };
            using var answer = http.Send(new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(server), "/healthz")));
            return answer.Headers.TryGetValues(GrpcPort, out var ports)
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
