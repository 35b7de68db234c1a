using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using NewsIndex;
using NewsIndex.Engines;
using NewsSearch.V1;
using SearchService.Calls;
using Article = NewsIndex.Articles.Article;

namespace NewsSearch.Tests.Service;

/// <summary>Snapshots, checks and reloading, over gRPC and REST.</summary>
public sealed class AdminServiceTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly RunningService service;

    public AdminServiceTests() => service = new RunningService(
        "--Search:SnapshotFolder", folder.File("snapshots"), "--Logging:LogLevel:Default", "Information");

    private AdminService.AdminServiceClient Admin => new(service.Channel);

    public Task InitializeAsync() => service.InitializeAsync();

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_snapshot_taken_while_a_writer_writes_restores_to_an_index_that_answers_like_its_generation()
    {
        await WriteAsync(0);
        await service.SeesAsync(50);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var round = 1; !stop.IsCancellationRequested; round++)
                await WriteAsync(round);
        });
        var made = new List<Snapshot>();
        while (made.Count < 5)
        {
            // Pinned, so that it can be asked what it answers.
            var pin = await new IndexService.IndexServiceClient(service.Channel).PinGenerationAsync(new PinGenerationRequest());
            made.Add(await CreateAsync(new CreateSnapshotRequest { Generation = pin.Generation }));
            await CreateAsync(new CreateSnapshotRequest { Name = $"newest-{made.Count}" });
        }

        await stop.CancelAsync();
        await writing;
        await service.RestartAsync();
        foreach (var snapshot in made)
        {
            var answers = await AnswersAsync(service, snapshot.Generation);
            await using var restored = new RunningService();
            NewsIndexServices.Restore(folder.File($"snapshots/{snapshot.Name}"), new NewsIndexOptions { Directory = restored.Index });
            await restored.InitializeAsync();
            Assert.Equal(answers, await AnswersAsync(restored, ""));
            Assert.Equal(answers, await AnswersAsync(restored, snapshot.Generation));
        }

        for (var i = 1; i <= 5; i++)
        {
            var options = new NewsIndexOptions { Directory = folder.File($"newest {i}") };
            NewsIndexServices.Restore(folder.File($"snapshots/newest-{i}"), options);
            Assert.Empty(NewsIndexServices.Verify(options));
        }
    }

    [Fact]
    public async Task Snapshots_are_listed_in_pages_and_deleted()
    {
        await WriteAsync(0);
        foreach (var name in new[] { "a", "b", "c" })
        {
            var made = await CreateAsync(new CreateSnapshotRequest { Name = name, Note = "nightly" });
            Assert.Equal((name, "nightly", 50), (made.Name, made.Note, int.Parse(made.Generation.Split('-')[0], null)));
        }

        Directory.CreateDirectory(folder.File("snapshots/broken"));
        var first = await Admin.ListSnapshotsAsync(new ListSnapshotsRequest { PageSize = 2 });
        var second = await Admin.ListSnapshotsAsync(new ListSnapshotsRequest { PageSize = 2, PageToken = first.NextPageToken });
        Assert.Equal(["a", "b", "broken", "c"],
            first.Snapshots.Concat(second.Snapshots).Select(snapshot => snapshot.Name).Order(StringComparer.Ordinal));
        Assert.Equal(("", "broken"), (second.NextPageToken, second.Snapshots[^1].Name));
        Assert.Contains("no manifest", second.Snapshots[^1].Problem, StringComparison.Ordinal);
        Assert.Equal("BAD_PAGE_TOKEN", Refused(() => Admin.ListSnapshots(new ListSnapshotsRequest { PageToken = "eg" })).Reason);
        await Admin.DeleteSnapshotAsync(new DeleteSnapshotRequest { Name = "broken" });
        using var deleted = await service.Http.DeleteAsync("/v1/snapshots/a");
        Assert.True(deleted.IsSuccessStatusCode);
        using var listed = JsonDocument.Parse(await service.Http.GetStringAsync("/v1/snapshots"));
        Assert.Equal(2, listed.RootElement.GetProperty("snapshots").GetArrayLength());
        Assert.Contains("newssearch_snapshot_age_seconds ", await service.Http.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../evil", "", StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE")]
    [InlineData("UPPER", "", StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE")]
    [InlineData("a", "x", StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE")]
    [InlineData("a", "1-0000000000000001", StatusCode.FailedPrecondition, "GENERATION_EXPIRED")]
    [InlineData("taken", "", StatusCode.AlreadyExists, "SNAPSHOT_EXISTS")]
    public async Task A_wrong_snapshot_is_refused(string name, string generation, StatusCode code, string reason)
    {
        await WriteAsync(0);
        await CreateAsync(new CreateSnapshotRequest { Name = "taken" });
        var request = new CreateSnapshotRequest { Name = name, Generation = generation };
        var refused = await Assert.ThrowsAsync<RpcException>(() => CreateAsync(request));
        Assert.Equal((code, reason), (refused.StatusCode, ReasonOf(refused)));
        Assert.Equal(["taken"], (await Admin.ListSnapshotsAsync(new ListSnapshotsRequest())).Snapshots.Select(each => each.Name));
    }

    [Fact]
    public async Task Without_a_folder_in_the_settings_there_are_no_snapshots()
    {
        await using var plain = new RunningService();
        await plain.InitializeAsync();
        var admin = new AdminService.AdminServiceClient(plain.Channel);
        Assert.Equal((StatusCode.FailedPrecondition, "SNAPSHOTS_OFF"), Refused(() => admin.ListSnapshots(new ListSnapshotsRequest())));
        Assert.Equal("SNAPSHOT_NOT_FOUND", Refused(() => Admin.DeleteSnapshot(new DeleteSnapshotRequest { Name = "none" })).Reason);
        Assert.Equal("FIELD_OUT_OF_RANGE", Refused(() => Admin.DeleteSnapshot(new DeleteSnapshotRequest())).Reason);
        Assert.Equal("INDEX_UNAVAILABLE", ReasonOf(await Assert.ThrowsAsync<RpcException>(() => CreateAsync(new CreateSnapshotRequest()))));
    }

    [Fact]
    public async Task What_changes_snapshots_is_in_the_audit_log()
    {
        await WriteAsync(0);
        var made = await CreateAsync(new CreateSnapshotRequest { Name = "nightly" });
        await Admin.DeleteSnapshotAsync(new DeleteSnapshotRequest { Name = "nightly" });
        string[] audited =
        [
            .. service.Log.Entries.Select(entry => entry.Line)
                .Where(line => line.StartsWith(AuditLog.Category, StringComparison.Ordinal)),
        ];
        Assert.Contains(audited, line => line.Contains($"OK snapshot nightly of generation {made.Generation}", StringComparison.Ordinal));
        Assert.Contains(audited, line => line.Contains("DeleteSnapshot", StringComparison.Ordinal)
            && line.Contains("OK snapshot nightly", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_check_finds_nothing_in_a_good_index_while_it_is_written_and_the_damage_of_a_bad_one()
    {
        await WriteAsync(0);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var round = 1; !stop.IsCancellationRequested; round++)
                await WriteAsync(round);
        });
        for (var check = 0; check < 5; check++)
        {
            var good = await VerifyAsync();
            Assert.Empty(good.Problems);
            Assert.True(good.DocumentsTotal >= 50 && good.DocumentsDone == good.DocumentsTotal);
            Assert.NotEmpty(good.Generation);
        }

        await stop.CancelAsync();
        await writing;
        var file = new DirectoryInfo(service.Index).GetFiles("_*.*").OrderByDescending(each => each.Length).First();
        using (var bytes = file.Open(FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
        {
            bytes.Position = file.Length / 2;
            var value = bytes.ReadByte();
            bytes.Position--;
            bytes.WriteByte((byte)(value ^ 0xff));
        }

        var bad = await VerifyAsync();
        Assert.Equal(bad.ProblemCount, bad.Problems.Count);
        Assert.NotEmpty(bad.Problems);
    }

    [Fact]
    public async Task One_check_runs_at_a_time_and_a_cancelled_one_makes_room()
    {
        await WriteAsync(0);
        var verification = service.Service<IndexVerification>();
        using var stop = new CancellationTokenSource();
        using var running = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var first = Task.Run(() => verification.Run(
            _ =>
            {
                running.Set();
                go.Wait();
            }, stop.Token));
        running.Wait();
        var refused = await Assert.ThrowsAsync<RpcException>(VerifyAsync);
        Assert.Equal((StatusCode.ResourceExhausted, "VERIFY_RUNNING"), (refused.StatusCode, ReasonOf(refused)));
        await stop.CancelAsync();
        go.Set();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Empty((await VerifyAsync()).Problems);
    }

    [Fact]
    public async Task Reloading_tells_what_is_served()
    {
        var nothing = await Admin.ReloadAsync(new ReloadRequest());
        Assert.Equal(("", ""), (nothing.Generation, nothing.PreviousGeneration));
        Assert.Contains("there is no index", nothing.IndexProblem, StringComparison.Ordinal);
        await WriteAsync(0);
        var reloaded = await Admin.ReloadAsync(new ReloadRequest());
        Assert.Equal(("50", ""), (reloaded.Generation.Split('-')[0], reloaded.IndexProblem));
        using var rest = await service.Http.PostAsync("/v1/index:reload", new StringContent("{}", null, "application/json"));
        Assert.Contains(reloaded.Generation, await rest.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task WriteAsync(int round) => service.WriteAsync(
    [
        .. Enumerable.Range(0, 50).Select(i => new Article
        {
            Id = i < 25 ? $"{i}" : $"{i} of {round}",
            Headline = $"Storm {i}",
            Body = $"The storm of round {round} hit place {i % 7}.",
            Source = $"Paper {i % 3}",
        }),
    ]);

    private static async Task<string[]> AnswersAsync(RunningService service, string generation)
    {
        var search = new V1.SearchService.SearchServiceClient(service.Channel);
        string[] queries = ["storm", "\"place 3\"", "round NOT place", "source:\"Paper 1\" storm", "hits OR hit"];
        var answers = new List<string>();
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                await search.SearchAsync(new SearchRequest { Query = "storm", Generation = generation });
                return true;
            }
            catch (RpcException)
            {
                return false;
            }
        });
        foreach (var query in queries)
        {
            var request = new SearchRequest { Query = query, PageSize = 50, Generation = generation };
            var reply = await search.SearchAsync(request);
            answers.Add($"{reply.Generation} {reply}");
        }

        return [.. answers];
    }

    private async Task<Snapshot> CreateAsync(CreateSnapshotRequest request)
    {
        using var call = Admin.CreateSnapshot(request);
        CreateSnapshotResponse? last = null;
        await foreach (var message in call.ResponseStream.ReadAllAsync())
            last = message;
        Assert.Equal(last!.BytesTotal, last.BytesDone);
        return last.Snapshot;
    }

    private async Task<VerifyResponse> VerifyAsync()
    {
        using var call = Admin.Verify(new VerifyRequest());
        VerifyResponse? last = null;
        await foreach (var message in call.ResponseStream.ReadAllAsync())
            last = message;
        Assert.True(last!.Done);
        return last;
    }

    private static (StatusCode Code, string? Reason) Refused(Action call)
    {
        var refused = Assert.Throws<RpcException>(call);
        return (refused.StatusCode, ReasonOf(refused));
    }

    private static string? ReasonOf(RpcException failure) => failure.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason;
}
