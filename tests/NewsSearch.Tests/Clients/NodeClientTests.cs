using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Grpc.Core;
using NewsIndex;
using NewsIndex.Alerts;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Files;
using NewsIndex.SavedSnapshots;
using NewsSearch.Tests.Service;
using NewsSearch.Tests.Service.Access;
using SearchService.Calls;
using SearchService.Execution;
using Article = NewsIndex.Articles.Article;

namespace NewsSearch.Tests.Clients;

/// <summary>
/// A client of another tool chain, which has nothing but the folder of protos: tests/Clients/node. It searches, pages, exports and meets
/// every documented error.
/// </summary>
public sealed partial class NodeClientTests : IAsyncLifetime
{
    private const int Articles = 251;
    private const int LongArticles = 60;

    private readonly RunningService main = new();
    private readonly RunningService empty = new();
    private readonly RunningService slow = new(
        "--Search:MaxConcurrentSearches", "1", "--Search:MaxSearchWait", "00:01:00", "--Search:Deadline", "00:00:00.200");

    private readonly RunningService damaged = new();
    /// <summary>A caller that reads nothing of its streams is cut off soon.</summary>
    private readonly RunningService unpinnable = new("--Search:StreamTimeout", "00:00:00.100");
    private readonly RunningService writing = new(
        "--Search:Ingest:Enabled", "true", "--Search:Ingest:Recogniser", "none", "--Search:Ingest:StreamsPerCaller", "1");

    private readonly RunningService locked = new(
        "--Search:Ingest:Enabled", "true", "--Search:Ingest:Recogniser", "none", "--Search:Ingest:WaitForIndex", "00:00:00");

    private readonly RunningService named = new("--Search:Ingest:Enabled", "true", "--Search:Ingest:Recogniser", "fast");

    private readonly RunningService full = new("--Search:Ingest:Enabled", "true", "--Search:Ingest:Recogniser", "none");

    /// <summary>Nobody listens where the keys of its issuer should be.</summary>
    private readonly RunningService unissued = new(
        "--Search:Access:Jwt:Issuer", "https://127.0.0.1:9", "--Search:Access:Jwt:Audience", "newssearch");

    private readonly TemporaryFolder folder = new();
    private readonly GuardedService guarded = new();
    private readonly RunningService busy;
    private readonly RunningService readOnly;
    private readonly RunningService saving;

    public NodeClientTests()
    {
        busy = new RunningService(
            "--Search:MaxConcurrentSearches", "1", "--Search:MaxSearchWait", "00:00:00.050", "--Search:SnapshotFolder", Snapshots("busy"));
        readOnly = new RunningService("--Search:SnapshotFolder", Snapshots("readOnly"));
        saving = new RunningService("--Search:SnapshotFolder", Snapshots("saving"));
    }

    private IEnumerable<RunningService> All =>
        [main, empty, busy, slow, damaged, readOnly, unpinnable, saving, writing, locked, named, full, unissued];

    public Task InitializeAsync() => Task.WhenAll([guarded.InitializeAsync(), .. All.Select(service => service.InitializeAsync())]);

    public async Task DisposeAsync()
    {
        foreach (var service in All)
            await service.DisposeAsync();
        await guarded.DisposeAsync();
        folder.Dispose();
    }

    [NodeFact]
    public async Task A_client_made_from_the_protos_alone_searches_pages_exports_and_meets_each_documented_error()
    {
        var earlier = await FillAsync();
        using var busyThread = await TakeThreadAsync(busy);
        using var slowThread = await TakeThreadAsync(slow);
        using var over = new CancellationTokenSource();
        var arriving = ArriveAsync(over.Token);
        await named.WriteAsync(Storm(1));
        await using var indexer = NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = locked.Index }, TimeProvider.System);
        using var snapshot = FileLock.Take(Path.Combine(Snapshots("busy"), SnapshotFolder.LockName), TimeSpan.Zero);
        await VerifyAsync(saving, over.Token);
        var (code, output) = await RunNodeAsync(earlier);
        await over.CancelAsync();
        await arriving;
        Assert.True(code == 0, output);
        Assert.Equal(Documented(), Documented().Intersect(await File.ReadAllLinesAsync(folder.File("met"))));
    }

    /// <summary>Brings every service into its state.</summary>
    /// <returns>A generation that the main service does not keep any more.</returns>
    private async Task<string> FillAsync()
    {
        await main.WriteAsync([.. Enumerable.Range(1, Articles - 1).Select(Storm)]);
        await main.SeesAsync(Articles - 1);
        var earlier = await GenerationOfAsync(main);
        await main.WriteAsync(Storm(Articles));
        await main.RestartAsync();
        await main.SeesAsync(Articles);
        foreach (var service in (RunningService[])[busy, slow, damaged, readOnly, saving, full])
        {
            await service.WriteAsync(Storm(1));
            await service.SeesAsync(1);
        }

        // More than lies between a service and a client that does not read.
        await unpinnable.WriteAsync([.. Enumerable.Range(0, LongArticles).Select(i => Storm(i) with { Body = StreamTests.LongBody(i) })]);
        await unpinnable.SeesAsync(LongArticles);
        var pinned = await GenerationOfAsync(busy);
        await File.WriteAllLinesAsync(
            Path.Combine(busy.Index, "pins.jsonl"),
            Enumerable.Range(0, 1000).Select(i => JsonSerializer.Serialize(
                new { generation = pinned, pinnedAt = DateTimeOffset.UnixEpoch, by = $"owner {i}", why = "", corrections = 0 })));
        await File.AppendAllTextAsync(CorrectionLog.PathFor(damaged.Index), "{\"number\":1,{\n");
        await File.AppendAllTextAsync(AlertLog.PathFor(damaged.Index), "{\"change\":1}\n");
        await damaged.RestartAsync();
        await File.WriteAllLinesAsync(
            AlertLog.PathFor(busy.Index),
            Enumerable.Range(1, AlertLog.MaxPerOwner).Select(number => JsonSerializer.Serialize(
                new { change = "create", number, when = DateTimeOffset.UnixEpoch, name = "", query = "x", since = pinned })));
        // Folders where the locks and the next segments should be: denied to everyone, whatever their rights.
        Directory.CreateDirectory(CorrectionLog.PathFor(readOnly.Index) + ".lock");
        Directory.CreateDirectory(AlertLog.PathFor(readOnly.Index) + ".lock");
        File.Delete(Path.Combine(readOnly.Index, ".pins.lock"));
        Directory.CreateDirectory(Path.Combine(readOnly.Index, ".pins.lock"));
        Directory.CreateDirectory(Path.Combine(Snapshots("readOnly"), SnapshotFolder.LockName));
        Directory.CreateDirectory(Snapshots("busy"));
        for (var segment = '1'; segment <= '9'; segment++)
            Directory.CreateDirectory(Path.Combine(full.Index, $"_{segment}.si"));
        // A link to itself can be opened by nobody, and is not denied.
        File.Delete(Path.Combine(unpinnable.Index, ".pins.lock"));
        File.CreateSymbolicLink(Path.Combine(unpinnable.Index, ".pins.lock"), ".pins.lock");
        return earlier;
    }

    private string Snapshots(string service) => folder.File($"snapshots of {service}");

    /// <summary>Checks an index for as long as the client runs.</summary>
    private static Task VerifyAsync(RunningService service, CancellationToken over)
    {
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = Task.Factory.StartNew(
            () => service.Service<IndexVerification>().Run(
                _ =>
                {
                    running.TrySetResult();
                    over.WaitHandle.WaitOne();
                }, CancellationToken.None),
            TaskCreationOptions.LongRunning);
        return running.Task;
    }

    /// <summary>Writes an article of another index run, once the client asks for it.</summary>
    private async Task ArriveAsync(CancellationToken over)
    {
        while (!File.Exists(folder.File("arrive")) && !over.IsCancellationRequested)
            await Task.Delay(20, CancellationToken.None);
        if (!over.IsCancellationRequested)
            await main.WriteAsync(new Article { Id = "arrived", Body = "Hail over the city." });
    }

    private static async Task<string> GenerationOfAsync(RunningService service) =>
        (await new V1.IndexService.IndexServiceClient(service.Channel).GetIndexInfoAsync(new V1.GetIndexInfoRequest())).Generation;

    private async Task<(int Code, string Output)> RunNodeAsync(string earlier)
    {
        var services = new
        {
            addresses = new Dictionary<string, string>
            {
                ["main"] = AddressOf(main),
                ["empty"] = AddressOf(empty),
                ["busy"] = AddressOf(busy),
                ["slow"] = AddressOf(slow),
                ["damaged"] = AddressOf(damaged),
                ["readOnly"] = AddressOf(readOnly),
                ["unpinnable"] = AddressOf(unpinnable),
                ["saving"] = AddressOf(saving),
                ["guarded"] = AddressOf(guarded.Running),
                ["writing"] = AddressOf(writing),
                ["locked"] = AddressOf(locked),
                ["named"] = AddressOf(named),
                ["full"] = AddressOf(full),
                ["unissued"] = AddressOf(unissued),
            },
            keys = new[] { "reader", "gone", "slow", "single" }.ToDictionary(key => key, guarded.Bearer)
                .Append(new KeyValuePair<string, string>("wrong", "Bearer nobody")).ToDictionary(),
            token = guarded.Token(),
            articles = Articles,
            earlier,
            met = folder.File("met"),
            arrive = folder.File("arrive"),
        };
        var start = new ProcessStartInfo("node", ["--test", "newssearch.test.js"])
        {
            WorkingDirectory = NodeFactAttribute.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NEWSSEARCH_SERVICES"] = JsonSerializer.Serialize(services);
        using var node = Process.Start(start)!;
        var output = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        return (node.ExitCode, string.Concat(output));
    }

    /// <summary>The reasons that the comments of services and calls name.</summary>
    private static SortedSet<string> Documented()
    {
        var comments = V1.Contract.ReadDescriptors().File.Where(file => file.Package == "newssearch.v1")
            .SelectMany(file => file.SourceCodeInfo.Location)
            .Where(location => location.Path is [6, _] or [6, _, 2, _])
            .Select(location => location.LeadingComments + string.Concat(location.LeadingDetachedComments));
        var statuses = Enum.GetNames<StatusCode>().Select(name => CapitalWithinWord().Replace(name, "_$0").ToUpperInvariant());
        return [.. comments.SelectMany(text => Reason().Matches(text)).Select(match => match.Value).Except(statuses)];
    }

    private static string AddressOf(RunningService service) => new Uri(service.GrpcAddress).Authority;

    private static Task<IDisposable> TakeThreadAsync(RunningService service) =>
        service.Service<SearchLanes>().Searches.Admission.EnterAsync("another", Timeout.InfiniteTimeSpan, CancellationToken.None);

    private static Article Storm(int number) => new()
    {
        Id = $"storm/{number}",
        Headline = $"Storm number {number}",
        Body = $"Zora Quill saw storm {number} at sea.",
        Published = new PublishedDate(
            PartialDate.OfDay(new DateOnly(1987, 1, 1).AddDays(number)), null, DateProvenance.Metadata),
        Source = "Herald",
        Entities = [new NamedEntity("Zora Quill", EntityType.Person)],
    };

    [GeneratedRegex("[A-Z]+(_[A-Z]+)+")]
    private static partial Regex Reason();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex CapitalWithinWord();
}
