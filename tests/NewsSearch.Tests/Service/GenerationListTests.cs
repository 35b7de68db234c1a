using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using NewsSearch.V1;
using Article = NewsIndex.Articles.Article;

namespace NewsSearch.Tests.Service;

/// <summary>The list of generations and the expiry of pins, over gRPC.</summary>
public sealed class GenerationListTests : IAsyncLifetime
{
    private readonly RunningService service = new(
        "--Search:Index:KeepGenerations", "00:00:00", "--Search:Index:Pins:MaxPins", "5", "--Search:Index:Pins:MaxPinsPerOwner", "4");

    private IndexService.IndexServiceClient Index => new(service.Channel);

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_list_has_what_can_be_read_newest_first_with_counts_and_pins_in_pages_without_gaps()
    {
        var made = new List<string>();
        for (var articles = 1; articles <= 5; articles++)
        {
            await CommitAsync(articles);
            if (articles < 5)
                made.Add((await Index.PinGenerationAsync(new PinGenerationRequest { By = "desk", Why = $"{articles}" })).Generation);
        }

        await Index.PinGenerationAsync(new PinGenerationRequest { Generation = made[0], By = "me" });
        var pages = new List<ListGenerationsResponse> { await ListAsync("") };
        while (pages[^1].NextPageToken.Length > 0)
            pages.Add(await ListAsync(pages[^1].NextPageToken));
        var listed = pages.SelectMany(page => page.Generations).ToList();
        Assert.Equal([2, 2, 1], pages.Select(page => page.Generations.Count));
        Assert.Equal([pages[0].Current, .. made.AsEnumerable().Reverse()], listed.Select(each => each.Generation));
        Assert.Equal([5, 4, 3, 2, 1], listed.Select(each => each.Articles));
        Assert.Equal([true, false, false, false, false], listed.Select(each => each.Current));
        Assert.Equal(["", "desk 4", "desk 3", "desk 2", "desk 1, me "],
            listed.Select(each => string.Join(", ", each.Pins.Select(pin => $"{pin.By} {pin.Why}"))));
        Assert.All(listed, each => Assert.EndsWith($"-{each.Fingerprint}", each.Generation, StringComparison.Ordinal));
        Assert.All(listed, each => Assert.InRange(each.Bytes, 1, 1 << 20));
        Assert.Equal(listed.Select(each => each.CommittedAt).OrderDescending(), listed.Select(each => each.CommittedAt));
        Assert.Equal([5, 0, 0], pages.Select(page => page.Pinned.Count));

        var refused = Assert.Throws<RpcException>(() => Index.PinGeneration(new PinGenerationRequest { By = "one more" }));
        Assert.Equal((StatusCode.ResourceExhausted, "TOO_MANY_PINS"), ReasonOf(refused));
    }

    [Fact]
    public async Task An_expired_pin_is_listed_as_such_and_its_generation_goes_with_the_next_commit()
    {
        await CommitAsync(1);
        var expiry = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddSeconds(2));
        var pin = await Index.PinGenerationAsync(new PinGenerationRequest { By = "me", ExpiresAt = expiry });
        Assert.Equal((expiry, false), (pin.ExpiresAt, pin.Expired));
        await CommitAsync(2);
        Assert.Equal(2, (await ListAsync("")).Generations.Count);
        await Eventually.TrueAsync(async () => (await ListAsync("")).Pinned.Single().Expired);
        Assert.Equal(2, (await ListAsync("")).Generations.Count);
        await CommitAsync(3);
        await Eventually.TrueAsync(async () => (await ListAsync("")).Generations.Count == 1);
        Assert.Equal(pin.Generation, (await ListAsync("")).Pinned.Single().Generation);
    }

    [Fact]
    public async Task A_wrong_expiry_or_page_is_refused()
    {
        await CommitAsync(1);
        var past = new PinGenerationRequest { ExpiresAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch) };
        Assert.Equal(
            (StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE"), ReasonOf(Assert.Throws<RpcException>(() => Index.PinGeneration(past))));
        var never = new PinGenerationRequest { ExpiresAt = new Timestamp { Seconds = long.MaxValue } };
        Assert.Equal(
            (StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE"), ReasonOf(Assert.Throws<RpcException>(() => Index.PinGeneration(never))));
        (string, int, string)[] wrong = [("x", 0, "BAD_PAGE_TOKEN"), ("MQ", 0, "BAD_PAGE_TOKEN"), ("", 101, "FIELD_OUT_OF_RANGE")];
        foreach (var (token, size, reason) in wrong)
        {
            var request = new ListGenerationsRequest { PageToken = token, PageSize = size };
            Assert.Equal((StatusCode.InvalidArgument, reason), ReasonOf(Assert.Throws<RpcException>(() => Index.ListGenerations(request))));
        }
    }

    private async Task<ListGenerationsResponse> ListAsync(string token) =>
        await Index.ListGenerationsAsync(new ListGenerationsRequest { PageSize = 2, PageToken = token });

    private async Task CommitAsync(int articles)
    {
        await service.WriteAsync(new Article { Id = $"{articles}", Body = $"storm {articles}" });
        await service.SeesAsync(articles);
    }

    private static (StatusCode Code, string? Reason) ReasonOf(RpcException failure) =>
        (failure.StatusCode, failure.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
}
