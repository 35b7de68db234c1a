using System.Globalization;
using System.IO.Compression;
using CommandLines;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Networks;
using NewsIndex;
using NewsIndex.Alerts;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Prometheus;
using SearchService.Access;
using SearchService.Calls;
using SearchService.Errors;
using SearchService.Execution;
using SearchService.Health;
using SearchService.Ingest;
using SearchService.Json;
using SearchService.Listening;
using SearchService.OpenApi;
using SearchService.Replies;
using SearchService.Settings;
using SearchService.Telemetry;

namespace SearchService;

/// <summary>The service: what it is made of and where it listens.</summary>
public static class SearchServiceProgram
{
    /// <summary>The source of the library's traces.</summary>
    private const string IndexTraces = "NewsSearch.Index";

    /// <summary>Builds the service without starting it.</summary>
    /// <param name="args">
    /// <c>--index DIR --grpc-port N --http-port N --address IP</c>, and any setting, such as <c>--Search:Deadline 00:00:05</c>.
    /// </param>
    /// <exception cref="WrongSettingException">The command line is invalid.</exception>
    public static WebApplication Build(string[] args, TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [] });
        builder.Configuration.AddInMemoryCollection(ServiceArguments.Read(args));
        AddLogging(builder.Logging, builder.Configuration);
        AddTelemetry(builder.Services, builder.Configuration);
        builder.Services.AddSingleton(clock);
        AddSettings(builder.Services);
        AddAccess(builder.Services);
        AddIndex(builder.Services);
        AddIngest(builder.Services);
        AddSearchThreads(builder.Services);
        AddGrpc(builder.Services);
        AddHealth(builder.Services);
        builder.WebHost.ConfigureKestrel((host, kestrel) => Listen(host.Configuration, kestrel));

        var app = builder.Build();
        UseMiddleware(app);
        MapCalls(app);
        app.Lifetime.ApplicationStarted.Register(() => IndexHealth.LogMissingIndex(app.Services));
        app.Lifetime.ApplicationStarted.Register(() => PlainAddresses.Log(app.Services));
        app.Lifetime.ApplicationStarted.Register(() => app.Services.GetRequiredService<ConfiguredSnapshots>().CleanUp());
        return app;
    }

    /// <summary>Runs the service until it is stopped.</summary>
    /// <returns>0 after a stop or after help, 1 if the service could not start, 2 for wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args, TimeProvider clock)
    {
        if (args is [KeysCommand.Name, ..])
            return await KeysCommand.RunAsync(args, clock);
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

    private static void AddLogging(ILoggingBuilder logging, ConfigurationManager configuration)
    {
        // RunAsync explains a failed start in a sentence; the host would add its stack trace.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // An error of the caller is not a failure; failures of the service are logged by CallInterceptor and GrpcStatusGuard.
        logging.AddFilter("Grpc.AspNetCore.Server.ServerCallHandler", LogLevel.None);
        // Before the settings are checked, so that the check itself is logged in the form that was asked for.
        if (configuration[$"{SettingSections.Root}:{nameof(SearchOptions.LogFormat)}"] == LogFormatAttribute.Json)
        {
            logging.Configure(factory => factory.ActivityTrackingOptions =
                ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId | ActivityTrackingOptions.ParentId);
            logging.AddJsonConsole(json => (json.IncludeScopes, json.UseUtcTimestamp, json.TimestampFormat) = (true, true, "O"));
            return;
        }

        logging.AddConsole(console => console.FormatterName = LineFormatter.FormatterName);
        logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
    }

    private static void AddTelemetry(IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddSingleton<ServiceMeter>();
        services.AddSingleton<AlertMeter>();
        services.AddSingleton<AuditLog>();
        if (configuration[$"{SettingSections.Root}:{nameof(SearchOptions.OtlpEndpoint)}"] is not { Length: > 0 } address
            || !Uri.TryCreate(address, UriKind.Absolute, out var endpoint))
            return;
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("newssearch"))
            .WithTracing(traces => traces.AddSource("Microsoft.AspNetCore", CallTrace.SourceName, IndexTraces)
                .AddOtlpExporter(otlp => otlp.Endpoint = endpoint))
            .WithMetrics(metrics => metrics.AddMeter(ServiceMeter.Name, "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel")
                .AddOtlpExporter(otlp => otlp.Endpoint = endpoint));
    }

    private static void AddSettings(IServiceCollection services)
    {
        services.AddOptions<SearchOptions>()
            .Configure<IConfiguration>((options, configuration) => SettingsBinder.Bind(configuration, options)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SearchOptions>, SettingsValidator>();
        services.AddOptions<HostFilteringOptions>().Configure<IOptions<SearchOptions>>((filter, options) =>
            (filter.AllowedHosts, filter.AllowEmptyHosts) = (ServiceAddresses.AllowedHosts(options.Value), false));
    }

    private static void AddAccess(IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<SearchOptions>, AccessCheck>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<TokenReader>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<CallLimits>();
    }

    private static void AddIndex(IServiceCollection services)
    {
        services.AddSingleton(services => NewsIndexServices.OpenCorrections(
            OptionsOf(services).Index, services.GetRequiredService<TimeProvider>()));
        services.AddSingleton(services => NewsIndexServices.OpenPins(
            OptionsOf(services).Index, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ICorrectionLog>()));
        services.AddSingleton(services => NewsIndexServices.OpenSearcher(
            OptionsOf(services).Index, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ICorrectionLog>(),
            services.GetRequiredService<IGenerationPins>(), services.GetRequiredService<ILoggerFactory>().CreateLogger("NewsIndex"),
            () => EncoderOf(services)));
        // Opened with the first search of an index with embeddings of passages.
        services.AddSingleton(_ => TextEncoder.Open());
        services.AddSingleton<IArticleSearcher>(services => services.GetRequiredService<IArticleSearcherLifetime>());
        services.AddSingleton(services => NewsIndexServices.OpenAlerts(
            OptionsOf(services).Index, services.GetRequiredService<TimeProvider>()));
        services.AddSingleton(services => new AlertMatcher(services.GetRequiredService<IArticleSearcher>()));
        services.AddHostedService<CorrectionsMonitor>();
        services.AddSingleton<ConfiguredSnapshots>();
        services.AddSingleton<IndexVerification>();
    }

    private static PassageEncoder EncoderOf(IServiceProvider services)
    {
        var encoder = services.GetRequiredService<TextEncoder>();
        return new PassageEncoder(encoder.Identity, encoder.Encode);
    }

    private static void AddIngest(IServiceCollection services)
    {
        services.AddSingleton(services => new ArticleIngest(
            services.GetRequiredService<IOptions<SearchOptions>>(), () => EncoderOf(services),
            services.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IngestStreams>();
        services.AddSingleton<IngestQueue>();
        services.AddHostedService(services => services.GetRequiredService<IngestQueue>());
    }

    private static void AddSearchThreads(IServiceCollection services)
    {
        services.AddSingleton<SearchLanes>();
        services.AddSingleton<SearchExecutor>();
        services.AddSingleton<LongWork>();
        services.AddSingleton<GenerationWatch>();
    }

    private static void AddGrpc(IServiceCollection services)
    {
        services.AddResponseCompression();
        services.AddGrpc(grpc =>
        {
            grpc.Interceptors.Add<CallInterceptor>();
            grpc.CompressionProviders.Insert(0, new GzipReplies());
            (grpc.ResponseCompressionAlgorithm, grpc.ResponseCompressionLevel) = ("gzip", CompressionLevel.Fastest);
        }).AddJsonTranscoding(json => json.TypeRegistry = TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor));
        services.AddSingleton<IPostConfigureOptions<GrpcJsonTranscodingOptions>, MessageJson>();
        services.AddGrpcReflection();
    }

    private static void AddHealth(IServiceCollection services)
    {
        services.AddGrpcHealthChecks().AddCheck<IndexHealth>("index", tags: ["ready"]);
        services.Configure<HealthCheckPublisherOptions>(publisher =>
            (publisher.Delay, publisher.Period) = (TimeSpan.Zero, TimeSpan.FromSeconds(1)));
    }

    private static void Listen(IConfiguration configuration, KestrelServerOptions kestrel)
    {
        var options = OptionsOf(kestrel.ApplicationServices);
        kestrel.Limits.MaxConcurrentConnections = options.MaxConnections;
        if (ServiceAddresses.AreKestrels(configuration))
            return;
        kestrel.Limits.MaxConcurrentConnections += ConnectionLimit.Answered;
        var connections = new ConnectionLimit(options.MaxConnections);
        var address = IpAddressAttribute.Parse(options.Address);
        kestrel.Listen(address, options.GrpcPort, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.Use(next => connections.Before(next, answers: false));
            // The server is not there yet while it is being configured.
            listen.Use(next => WrongPortAnswer.Before(
                next, () => new Uri(ServiceAddresses.Of(listen.ApplicationServices.GetRequiredService<IServer>()).Http).Port));
        });
        kestrel.Listen(address, options.HttpPort, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(next => connections.Before(next, answers: true));
        });
    }

    private static void UseMiddleware(WebApplication app)
    {
        app.Use(RequestId.AddAsync);
        app.UseResponseCompression();
        app.Use(PageHeaders.AddAsync);
        app.UseDefaultFiles();
        // File names stay the same from version to version, so that browsers have to ask whether a file has changed.
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.UseRouting();
    }

    private static void MapCalls(WebApplication app)
    {
        var metrics = IndexMetrics.CompleteRegistry(
            app.Services.GetRequiredService<IArticleSearcherLifetime>(), app.Services.GetRequiredService<ICorrectionLog>(),
            app.Services.GetRequiredService<IGenerationPins>(), app.Services.GetRequiredService<ConfiguredSnapshots>().Folder,
            app.Services.GetRequiredService<SearchLanes>(),
            app.Services.GetRequiredService<ServiceMeter>(), app.Services.GetRequiredService<TimeProvider>());
        app.UseHttpMetrics(http =>
            http.RequestCount.Registry = http.RequestDuration.Registry = http.InProgress.Registry = metrics);
        app.UseMiddleware<CallMeter>();
        app.UseMiddleware<AccessGuard>();
        app.UseMiddleware<OverloadGuard>();
        app.UseMiddleware<JsonRequestGuard>();
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.UseMiddleware<GrpcStatusGuard>();
        app.MapGrpcService<SearchCalls>();
        app.MapGrpcService<ArticleCalls>();
        app.MapGrpcService<EntityCalls>();
        app.MapGrpcService<IndexCalls>();
        app.MapGrpcService<AdminCalls>();
        app.MapGrpcService<AlertCalls>();
        app.MapGrpcService<IngestCalls>();
        app.MapGrpcReflectionService();
        app.MapGrpcHealthChecksService();
        app.MapMetrics("/metrics", metrics).WithMetadata(new NeedsScope(AccessScope.Metrics));
        var open = new NeedsScope(AccessScope.Open);
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteGrpcPortAsync })
            .WithMetadata(open);
        app.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = WriteReasonAsync }).WithMetadata(open);
        // The description says nothing of the archive.
        var description = new Lazy<string>(() => OpenApiDocument.Write(NewsSearch.V1.Contract.ReadDescriptors()));
        app.MapGet("/openapi.json", () => Results.Text(description.Value, "application/json")).WithMetadata(open);
    }

    private static SearchOptions OptionsOf(IServiceProvider services) => services.GetRequiredService<IOptions<SearchOptions>>().Value;

    /// <summary>Names the gRPC port, for a client that took the HTTP port for it.</summary>
    private static Task WriteGrpcPortAsync(HttpContext context, HealthReport report)
    {
        var grpc = ServiceAddresses.Of(context.RequestServices.GetRequiredService<IServer>()).Grpc;
        context.Response.Headers["newssearch-grpc-port"] = new Uri(grpc).Port.ToString(CultureInfo.InvariantCulture);
        return context.Response.WriteAsync(report.Status.ToString());
    }

    private static Task WriteReasonAsync(HttpContext context, HealthReport report) => context.Response.WriteAsync(
        report.Status == HealthStatus.Healthy ? "ready" : string.Join("; ", report.Entries.Values.Select(entry => entry.Description)));
}
