using System.Net;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NewsIndex;
using NewsIndex.Entities;
using Prometheus;
using SearchService.Errors;
using SearchService.Health;

namespace SearchService;

/// <summary>The service: what it is made of, and where it listens.</summary>
public static class SearchServiceProgram
{
    private static readonly Dictionary<string, string> Switches = new()
    {
        ["--index"] = "Search:Index:Directory",
        ["--grpc-port"] = "Search:GrpcPort",
        ["--http-port"] = "Search:HttpPort",
        ["--address"] = "Search:Address",
    };

    /// <summary>Builds the service without starting it.</summary>
    /// <param name="args"><c>--index DIR --grpc-port N --http-port N --address IP</c>, and any setting as <c>--Search:Deadline 00:00:05</c>.</param>
    public static WebApplication Build(string[] args, TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [] });
        builder.Configuration.AddCommandLine(args, Switches);
        // A failure to start is told in a sentence by RunAsync; the host would add its stack.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);

        builder.Services.AddSingleton(clock);
        builder.Services.AddOptions<SearchOptions>().BindConfiguration("Search").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SearchOptions>, SearchOptionsValidator>();
        builder.Services.AddSingleton(services => new CorrectionLog(CorrectionLog.PathFor(services.GetRequiredService<IOptions<SearchOptions>>().Value.Index.Directory), clock));
        builder.Services.AddSingleton(services => NewsIndexServices.OpenSearcher(
            services.GetRequiredService<IOptions<SearchOptions>>().Value.Index, clock, services.GetRequiredService<CorrectionLog>()));
        builder.Services.AddSingleton<IArticleSearcher>(services => services.GetRequiredService<IArticleSearcherLifetime>());

        builder.Services.AddHostedService<CorrectionsMonitor>();

        builder.Services.AddGrpc(grpc => grpc.Interceptors.Add<StatusInterceptor>()).AddJsonTranscoding(json =>
            json.TypeRegistry = TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor));
        builder.Services.AddGrpcReflection();
        builder.Services.AddGrpcHealthChecks().AddCheck<IndexHealth>("index", tags: ["ready"]);
        builder.Services.Configure<HealthCheckPublisherOptions>(publisher =>
        {
            publisher.Delay = TimeSpan.Zero;
            publisher.Period = TimeSpan.FromSeconds(1);
        });

        builder.WebHost.ConfigureKestrel((_, kestrel) =>
        {
            var options = kestrel.ApplicationServices.GetRequiredService<IOptions<SearchOptions>>().Value;
            var address = IPAddress.Parse(options.Address);
            kestrel.Listen(address, options.GrpcPort, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(address, options.HttpPort, listen => listen.Protocols = HttpProtocols.Http1);
        });

        var app = builder.Build();
        app.UseDefaultFiles();
        app.UseStaticFiles();
        app.UseRouting();
        var metrics = IndexMetrics.CreateRegistry(app.Services.GetRequiredService<IArticleSearcher>(), app.Services.GetRequiredService<CorrectionLog>());
        app.UseHttpMetrics(http =>
        {
            http.RequestCount.Registry = http.RequestDuration.Registry = http.InProgress.Registry = metrics;
        });
        app.UseMiddleware<JsonRequestGuard>();
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.MapGrpcService<ArticleSearch>();
        app.MapGrpcService<Articles>();
        app.MapGrpcService<Entities>();
        app.MapGrpcService<IndexDescription>();
        app.MapGrpcReflectionService();
        app.MapGrpcHealthChecksService();
        app.MapMetrics("/metrics", metrics);
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = WriteReasonAsync });
        return app;
    }

    /// <summary>Runs until stopped.</summary>
    /// <returns>0 stopped, 1 could not start.</returns>
    public static async Task<int> RunAsync(string[] args, TimeProvider clock)
    {
        try
        {
            await using var app = Build(args, clock);
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException e)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, e.Failures));
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Another program may use the port: choose others with --grpc-port and --http-port.");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"a setting cannot be read: {e.Message}");
        }

        return 1;
    }

    private static Task WriteReasonAsync(HttpContext context, HealthReport report) => context.Response.WriteAsync(
        report.Status == HealthStatus.Healthy ? "ready" : string.Join("; ", report.Entries.Values.Select(entry => entry.Description)));
}
