using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Evaluation.Kills;

/// <summary>The search service as a process of its own, set to write articles without names.</summary>
internal sealed class ServiceProcess : IDisposable
{
    /// <summary>As it was built for itself: the build puts each project's output into a folder of its name.</summary>
    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "SearchService",
        Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "SearchService.dll"));

    private readonly Process process;

    public ServiceProcess(string index)
    {
        var port = FreePort();
        Address = new Uri($"http://127.0.0.1:{port}");
        process = Process.Start(new ProcessStartInfo("dotnet",
        [
            Program, "--index", index, "--grpc-port", $"{port}", "--http-port", "0", "--Search:Ingest:Enabled", "true",
            "--Search:Ingest:Recogniser", "none", "--Logging:LogLevel:Default", "None",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    public Uri Address { get; }

    /// <summary>Ends the process without warning, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
