using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Evaluation.Kills;

/// <summary>The search service as a process of its own, on free ports of the loopback address.</summary>
internal sealed class ServiceProcess : IDisposable
{
    /// <summary>As it was built for itself: the build puts each project's output into a folder of its name.</summary>
    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "SearchService",
        Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "SearchService.dll"));

    private static readonly TimeSpan MaxStart = TimeSpan.FromSeconds(60);

    private readonly Process process;

    /// <param name="arguments">As on its command line, beside the ports.</param>
    public ServiceProcess(params string[] arguments)
    {
        var (grpc, http) = (FreePort(), FreePort());
        (Address, Web) = (new Uri($"http://127.0.0.1:{grpc}"), new Uri($"http://127.0.0.1:{http}"));
        process = Process.Start(new ProcessStartInfo("dotnet",
        [
            Program, "--grpc-port", $"{grpc}", "--http-port", $"{http}", "--Logging:LogLevel:Default", "None",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "None", .. arguments,
        ]))!;
    }

    /// <summary>Of gRPC.</summary>
    public Uri Address { get; }

    /// <summary>Of REST and the pages of health.</summary>
    public Uri Web { get; }

    /// <summary>Waits until it serves.</summary>
    /// <exception cref="InvalidOperationException">It ended, or did not serve within a minute.</exception>
    public async Task ServesAsync()
    {
        using var web = new HttpClient { BaseAddress = Web };
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < MaxStart && !process.HasExited;)
        {
            try
            {
                if ((await web.GetAsync("readyz")).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(20);
        }

        throw new InvalidOperationException(process.HasExited
            ? $"the service ended with {process.ExitCode}; expected it to serve; start it by hand with the same settings"
            : $"the service does not serve after {MaxStart}; expected it to be ready; look at its page readyz");
    }

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
