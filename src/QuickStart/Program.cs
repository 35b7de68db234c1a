using System.Diagnostics;
using System.Globalization;
using Indexer;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SearchCli;
using SearchService;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// The whole product in one command: each step prints the command that does the same by itself.
var root = Samples.FindRoot();
if (root is null)
{
    Console.Error.WriteLine("there is no samples/ folder here: run this from the root of the repository");
    return 1;
}

Directory.SetCurrentDirectory(root);
var clock = TimeProvider.System;
var begun = Stopwatch.GetTimestamp();

Step("Index the samples", "dotnet run -c Release --project src/Indexer -- index samples");
if (await IndexerProgram.RunAsync(["index", "samples"], clock) is not 0)
    return 1;

Step("Start the service", "dotnet run -c Release --project src/SearchService");
await using var service = SearchServiceProgram.Build(["--Logging:LogLevel:Default", "Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning", .. args], clock);
try
{
    await service.StartAsync();
}
catch (IOException e)
{
    Console.Error.WriteLine($"{e.Message} Another service may use the port: add  -- --grpc-port 0 --http-port 0  to take any that are free.");
    return 1;
}

var addresses = service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
var (grpc, http) = (addresses[0], addresses[1]);

foreach (var question in Samples.Questions)
{
    Step(question.What, "dotnet run -c Release --project src/SearchCli -- " + string.Join(' ', question.Arguments.Select(Samples.Quoted)));
    if (await SearchCliProgram.RunAsync([.. question.Arguments, "--server", grpc]) is not 0)
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

static void Step(string what, string command)
{
    Console.WriteLine();
    Console.WriteLine($"== {what}");
    Console.WriteLine($"   {command}");
    Console.WriteLine();
}
