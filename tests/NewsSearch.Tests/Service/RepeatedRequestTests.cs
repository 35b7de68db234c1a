using System.Net.Http.Json;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using NewsIndex.Alerts;
using NewsIndex.Entities;
using NewsSearch.V1;
using Correction = NewsSearch.V1.Correction;

namespace NewsSearch.Tests.Service;

/// <summary>Requests that write and come more than once: by id, through two services on one index.</summary>
public sealed class RepeatedRequestTests(SharedIndex index) : IClassFixture<SharedIndex>
{
    /// <summary>Each call that writes and takes an id.</summary>
    public static TheoryData<string> Calls => new("merge", "split", "rename", "hide", "undo", "pin", "alert", "snapshot");

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task The_same_request_writes_once_and_has_the_same_answer_from_both_services(string kind)
    {
        var (call, id) = (await PrepareAsync(kind), NewId());
        var before = await CountAsync();
        var first = await call(index.One, id, "");
        Assert.Equal(first, await call(index.One, id, ""));
        Assert.Equal(first, await call(index.Other, id, ""));
        Assert.Equal(before + 1, await CountAsync());
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Another_request_with_its_id_is_refused(string kind)
    {
        var (call, id) = (await PrepareAsync(kind), NewId());
        await call(index.One, id, "");
        var before = await CountAsync();
        foreach (var service in new[] { index.One, index.Other })
        {
            var refused = await Assert.ThrowsAsync<RpcException>(() => call(service, id, "changed"));
            Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"), ReasonOf(refused));
        }

        Assert.Equal(before, await CountAsync());
    }

    /// <summary>By both services, as when a proxy sends a request again to another one.</summary>
    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Of_16_callers_at_once_one_writes_and_all_have_its_answer(string kind)
    {
        var (call, id) = (await PrepareAsync(kind), NewId());
        var before = await CountAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => UntilFreeAsync(() =>
            call(i % 2 == 0 ? index.One : index.Other, id, ""))));
        Assert.Single(answers.Distinct());
        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task After_a_restart_a_request_is_known()
    {
        await using var restarted = new RunningService { Index = index.One.Index };
        await restarted.InitializeAsync();
        foreach (var kind in new[] { "merge", "pin", "alert" })
        {
            var (call, id) = (await PrepareAsync(kind), NewId());
            var answer = await call(restarted, id, "");
            await restarted.RestartAsync();
            Assert.Equal(answer, await call(restarted, id, ""));
            var refused = await Assert.ThrowsAsync<RpcException>(() => call(restarted, id, "changed"));
            Assert.Equal("REQUEST_ID_REUSED", ReasonOf(refused).Reason);
        }
    }

    /// <summary>As bytes the two are equal, since their fields have the same numbers.</summary>
    [Fact]
    public async Task An_id_of_another_call_is_refused()
    {
        var (article, anna, _) = index.Next();
        await Entities(index.One).RenameEntityAsync(
            new RenameEntityRequest { Entity = anna, Name = article, Who = "desk", RequestId = "of a new name" });
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Entities(index.One).HideMentionAsync(
            new HideMentionRequest { Entity = anna, ArticleId = article, Who = "desk", RequestId = "of a new name" }));
        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"), ReasonOf(refused));
    }

    [Fact]
    public async Task A_correction_that_was_undone_is_still_answered_as_it_was_and_not_made_again()
    {
        var (call, id) = (await PrepareAsync("merge"), NewId());
        var first = await call(index.One, id, "");
        var number = Correction.Parser.ParseJson(first).Number;
        await Entities(index.Other).UndoCorrectionAsync(new UndoCorrectionRequest { Number = number, Who = "desk" });
        var before = await CountAsync();
        Assert.Equal(first, await call(index.One, id, ""));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_pin_that_has_expired_is_still_answered_as_it_was()
    {
        var request = new PinGenerationRequest
        {
            By = "expires",
            ExpiresAt = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddMilliseconds(300)),
            RequestId = "expires",
        };
        var pins = new IndexService.IndexServiceClient(index.One.Channel);
        var pin = await pins.PinGenerationAsync(request);
        await Eventually.TrueAsync(async () => (await pins.ListGenerationsAsync(new ListGenerationsRequest())).Pinned
            .Single(each => each.By == "expires").Expired);
        Assert.Equal(pin, await pins.PinGenerationAsync(request));
    }

    [Theory]
    [InlineData("x", true)]
    [InlineData(" ~", true)]
    [InlineData("128", true)]
    [InlineData("129", false)]
    [InlineData("a\tb", false)]
    [InlineData("a\u0000", false)]
    [InlineData("a\u007F", false)]
    [InlineData("é", false)]
    [InlineData("\U0001F600", false)]
    public async Task An_id_is_up_to_128_printable_ascii_characters(string id, bool isValid)
    {
        if (int.TryParse(id, out var length))
            id = new string('x', length);
        foreach (var kind in new[] { "rename", "pin", "alert", "snapshot" })
        {
            var call = await PrepareAsync(kind);
            if (isValid)
            {
                await call(index.One, id, "");
                continue;
            }

            var refused = await Assert.ThrowsAsync<RpcException>(() => call(index.One, id, ""));
            Assert.Equal((StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE"), ReasonOf(refused));
            Assert.StartsWith("request_id ", refused.Status.Detail, StringComparison.Ordinal);
            Assert.EndsWith("; expected 1 to 128 printable ASCII characters, or nothing", refused.Status.Detail, StringComparison.Ordinal);
            Assert.Equal("request_id", refused.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Single().Field);
        }
    }

    [Fact]
    public async Task Without_an_id_each_request_writes()
    {
        var call = await PrepareAsync("alert");
        Assert.NotEqual(await call(index.One, "", ""), await call(index.One, "", ""));
    }

    [Fact]
    public async Task Over_rest_the_id_is_a_member_of_the_body_and_the_same_as_over_grpc()
    {
        var request = new CreateAlertRequest { Name = "rest", Query = "storm", RequestId = "rest" };
        var made = await new AlertService.AlertServiceClient(index.One.Channel).CreateAlertAsync(request);
        using var same = await index.Other.Http.PostAsJsonAsync("v1/alerts", new { name = "rest", query = "storm", requestId = "rest" });
        Assert.Equal(made.Id, JsonDocument.Parse(await same.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString());
        using var other = await index.Other.Http.PostAsJsonAsync("v1/alerts", new { name = "rest", query = "hail", requestId = "rest" });
        Assert.Equal(System.Net.HttpStatusCode.Conflict, other.StatusCode);
    }

    /// <summary>
    /// Chooses what to write, and makes a call of it: by a service, with an id, and with a text that makes it another one.
    /// </summary>
    /// <returns>A call that returns its answer as JSON.</returns>
    private async Task<Func<RunningService, string, string, Task<string>>> PrepareAsync(string kind)
    {
        var (article, anna, ben) = index.Next();
        var owner = NewId();
        var undone = kind == "undo"
            ? (await Entities(index.One).RenameEntityAsync(new RenameEntityRequest { Entity = anna, Name = "Anna", Who = "desk" })).Number
            : 0;
        return async (service, id, why) =>
        {
            IMessage answer = kind switch
            {
                "merge" => await Entities(service).MergeEntitiesAsync(
                    new MergeEntitiesRequest { From = anna, Into = ben, Who = "desk", Why = why, RequestId = id }),
                "split" => await Entities(service).SplitEntityAsync(
                    new SplitEntityRequest
                    {
                        From = anna,
                        Articles = { article },
                        NewName = "Eve",
                        Who = "desk",
                        Why = why,
                        RequestId = id,
                    }),
                "rename" => await Entities(service).RenameEntityAsync(
                    new RenameEntityRequest { Entity = anna, Name = "Eve", Who = "desk", Why = why, RequestId = id }),
                // No article mentions her then.
                "hide" => await Entities(service).HideMentionAsync(
                    new HideMentionRequest { Entity = anna, ArticleId = article, Who = "desk", Why = why, RequestId = id }),
                "undo" => await Entities(service).UndoCorrectionAsync(
                    new UndoCorrectionRequest { Number = undone, Who = "desk", Why = why, RequestId = id }),
                "pin" => await new IndexService.IndexServiceClient(service.Channel).PinGenerationAsync(
                    new PinGenerationRequest { By = owner, Why = why, RequestId = id }),
                "alert" => await new AlertService.AlertServiceClient(service.Channel).CreateAlertAsync(
                    new CreateAlertRequest { Name = why, Query = "storm", RequestId = id }),
                _ => await SaveAsync(service.Channel, new CreateSnapshotRequest { Note = why, RequestId = id }),
            };
            return JsonFormatter.Default.Format(answer);
        };
    }

    private static string NewId() => Guid.NewGuid().ToString();

    private static async Task<IMessage> SaveAsync(GrpcChannel channel, CreateSnapshotRequest request)
    {
        using var call = new AdminService.AdminServiceClient(channel).CreateSnapshot(request);
        var last = new CreateSnapshotResponse();
        await foreach (var message in call.ResponseStream.ReadAllAsync())
            last = message;
        return last;
    }

    /// <summary>Number of all that the calls write.</summary>
    private async Task<int> CountAsync()
    {
        var service = index.One.Channel;
        // As of this moment: a service sees within a second what another has written.
        return new AlertLog(AlertLog.PathFor(index.One.Index), TimeProvider.System).Current.Count
            + new CorrectionLog(CorrectionLog.PathFor(index.One.Index), TimeProvider.System).Current.Log.Count
            + (await new IndexService.IndexServiceClient(service).ListGenerationsAsync(new ListGenerationsRequest())).Pinned.Count
            + (await new AdminService.AdminServiceClient(service).ListSnapshotsAsync(new ListSnapshotsRequest { PageSize = 100 })).Snapshots
                .Count;
    }

    /// <summary>One snapshot is made at a time; who comes meanwhile is asked to repeat.</summary>
    private static async Task<string> UntilFreeAsync(Func<Task<string>> call)
    {
        for (; ; )
        {
            try
            {
                return await call();
            }
            catch (RpcException e) when (ReasonOf(e).Reason == "SNAPSHOT_BUSY")
            {
                await Task.Delay(10);
            }
        }
    }

    private static EntityService.EntityServiceClient Entities(RunningService service) => new(service.Channel);

    private static (StatusCode Code, string Reason) ReasonOf(RpcException failure) =>
        (failure.StatusCode, failure.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
}
