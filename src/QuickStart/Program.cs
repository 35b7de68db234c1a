using System.Diagnostics;
using System.Globalization;
using Indexer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SearchCli;
using SearchService;
using SearchService.Listening;
using SearchService.Settings;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Every step prints the command that does the same by itself.
var root = Samples.FindRoot();
if (root is null)
{
    Console.Error.WriteLine("there is no samples/ folder here; run this from the root of the repository");
    return 1;
}

if (args.Contains("--help"))
{
    Console.WriteLine("Indexes the samples, starts the service on them and runs three queries.");
    Console.WriteLine("Options after -- are those of the service; src/SearchService -- --help lists them.");
    return 0;
}

Directory.SetCurrentDirectory(root);
var exit = 0;
var clock = TimeProvider.System;
var begun = Stopwatch.GetTimestamp();

Step("Index the samples", "dotnet run -c Release --project src/Indexer -- index samples");
if (await IndexerProgram.RunAsync(["index", "samples"], clock) is not 0)
    return 1;

Step("Start the service", "dotnet run -c Release --project src/SearchService");
await using var service = await StartAsync();
if (service is null)
    return exit;
var (grpc, http) = ServiceAddresses.Of(service.Services.GetRequiredService<IServer>());

foreach (var question in Samples.Questions)
{
    var typed = string.Join(' ', question.Arguments.Select(Samples.Quoted));
    Step(question.What, $"dotnet run -c Release --project src/SearchCli -- {typed}");
    if (await SearchCliProgram.RunAsync([.. question.Arguments, "--server", grpc], TimeProvider.System) is not 0)
        return 1;
}

Console.WriteLine($"Answered within {Stopwatch.GetElapsedTime(begun).TotalSeconds:N1} s.");
Console.WriteLine($"gRPC listens on {grpc}, REST and the search page on {http}");
if (Console.IsInputRedirected)
{
    Console.WriteLine("Standard input is not a terminal, so the service stops here.");
    await service.StopAsync();
    return 0;
}

Console.WriteLine("Press Ctrl+C to stop.");
await service.WaitForShutdownAsync();
return 0;

async Task<WebApplication?> StartAsync()
{
    WebApplication? built = null;
    try
    {
        built = SearchServiceProgram.Build(
            ["--Logging:LogLevel:Default", "Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning", .. args], clock);
        await built.StartAsync();
        return built;
    }
    catch (Exception e) when (StartFailure.Explain(e) is { } known)
    {
        exit = known.Code;
        Console.Error.WriteLine($"{known.Sentence} ( -- --grpc-port 0 --http-port 0  takes any ports that are free)");
        if (built is not null)
            await built.DisposeAsync();
        return null;
    }
}

static void Step(string what, string command)
{
    Console.WriteLine();
    Console.WriteLine($"== {what}");
    Console.WriteLine($"   {command}");
    Console.WriteLine();
}
