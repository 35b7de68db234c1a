using System.Globalization;
using System.IO.Compression;
using CommandLines;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Entities;
using Prometheus;
using SearchService.Calls;
using SearchService.Errors;
using SearchService.Health;
using SearchService.Listening;
using SearchService.Settings;

namespace SearchService;

/// <summary>The service: what it is made of, and where it listens.</summary>
public static class SearchServiceProgram
{
    /// <summary>Builds the service without starting it.</summary>
    /// <param name="args"><c>--index DIR --grpc-port N --http-port N --address IP</c>, and any setting as <c>--Search:Deadline 00:00:05</c>.</param>
    /// <exception cref="WrongSettingException">The arguments cannot be read.</exception>
    public static WebApplication Build(string[] args, TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [] });
        builder.Configuration.AddInMemoryCollection(ServiceArguments.Read(args));
        // A failure to start is told in a sentence by RunAsync; the host would add its stack.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // What a caller did wrong is no failure; what the service did wrong is logged by CallInterceptor and GrpcStatusGuard.
        builder.Logging.AddFilter("Grpc.AspNetCore.Server.ServerCallHandler", LogLevel.None);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);

        builder.Services.AddSingleton(clock);
        builder.Services.AddOptions<SearchOptions>().BindConfiguration("Search", binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SearchOptions>, SearchOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<SearchOptions>, QueryLimitsValidator>();
        builder.Services.AddSingleton(services => new CorrectionLog(CorrectionLog.PathFor(services.GetRequiredService<IOptions<SearchOptions>>().Value.Index.Directory), clock));
        builder.Services.AddSingleton(services => NewsIndexServices.OpenSearcher(
            services.GetRequiredService<IOptions<SearchOptions>>().Value.Index, clock, services.GetRequiredService<CorrectionLog>()));
        builder.Services.AddSingleton<IArticleSearcher>(services => services.GetRequiredService<IArticleSearcherLifetime>());

        builder.Services.AddHostedService<CorrectionsMonitor>();

        builder.Services.AddOptions<HostFilteringOptions>().Configure<IOptions<SearchOptions>>((filter, options) =>
            (filter.AllowedHosts, filter.AllowEmptyHosts) = (ServiceAddresses.AllowedHosts(options.Value), false));
        builder.Services.AddResponseCompression();
        builder.Services.AddGrpc(grpc =>
        {
            grpc.Interceptors.Add<CallInterceptor>();
            (grpc.ResponseCompressionAlgorithm, grpc.ResponseCompressionLevel) = ("gzip", CompressionLevel.Fastest);
        }).AddJsonTranscoding(json =>
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
            var address = IpAddressAttribute.Parse(options.Address);
            kestrel.Listen(address, options.GrpcPort, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                listen.Use(next =>
                    WrongPortAnswer.Before(next,
                    () => new Uri(ServiceAddresses.Of(listen.ApplicationServices.GetRequiredService<IServer>()).Http).Port));
            });
            kestrel.Listen(address, options.HttpPort, listen => listen.Protocols = HttpProtocols.Http1);
        });

        var app = builder.Build();
        app.UseResponseCompression();
        app.Use(PageHeaders.AddAsync);
        app.UseDefaultFiles();
        // Names of files stay the same from one version to the next: browsers ask whether theirs is still the one.
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.UseRouting();
        var metrics =
            IndexMetrics.CreateRegistry(app.Services.GetRequiredService<IArticleSearcher>(),
            app.Services.GetRequiredService<CorrectionLog>());
        app.UseHttpMetrics(http =>
        {
            http.RequestCount.Registry = http.RequestDuration.Registry = http.InProgress.Registry = metrics;
        });
        app.UseMiddleware<JsonRequestGuard>();
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.UseMiddleware<GrpcStatusGuard>();
        app.MapGrpcService<SearchCalls>();
        app.MapGrpcService<ArticleCalls>();
        app.MapGrpcService<EntityCalls>();
        app.MapGrpcService<IndexCalls>();
        app.MapGrpcReflectionService();
        app.MapGrpcHealthChecksService();
        app.MapMetrics("/metrics", metrics);
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteGrpcPortAsync });
        app.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = WriteReasonAsync });
        app.Lifetime.ApplicationStarted.Register(() => IndexHealth.LogMissingIndex(app.Services));
        return app;
    }

    /// <summary>Runs until stopped.</summary>
    /// <returns>0 stopped or help was asked for, 1 could not start, 2 wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args, TimeProvider clock)
    {
        if (ServiceArguments.AskForHelp(args))
        {
            Console.WriteLine(ServiceArguments.Help());
            return ExitCode.Done;
        }

        try
        {
            await using var app = Build(args, clock);
            await app.RunAsync();
            return ExitCode.Done;
        }
        catch (Exception e) when (StartFailure.Explain(e) is { } known)
        {
            await Console.Error.WriteLineAsync(known.Sentence);
            return known.Code;
        }
    }

    /// <summary>Clients that took this port for that of gRPC learn where it is.</summary>
    private static Task WriteGrpcPortAsync(HttpContext context, HealthReport report)
    {
        var grpc = ServiceAddresses.Of(context.RequestServices.GetRequiredService<IServer>()).Grpc;
        context.Response.Headers["newssearch-grpc-port"] = new Uri(grpc).Port.ToString(CultureInfo.InvariantCulture);
        return context.Response.WriteAsync(report.Status.ToString());
    }

    private static Task WriteReasonAsync(HttpContext context, HealthReport report) => context.Response.WriteAsync(
        report.Status == HealthStatus.Healthy ? "ready" : string.Join("; ", report.Entries.Values.Select(entry => entry.Description)));
}
