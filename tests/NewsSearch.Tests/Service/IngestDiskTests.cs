using Google.Rpc;
using Grpc.Core;
using NewsSearch.V1;

namespace NewsSearch.Tests.Service;

/// <summary>A disk that refuses to write what callers send.</summary>
public sealed class IngestDiskTests : IngestingService
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>Folders where the files of the next segments should be: denied to everyone, whatever their rights.</summary>
    [Fact]
    public async Task What_the_disk_refuses_is_not_acknowledged_and_may_be_sent_again()
    {
        await using var writing = new RunningService(
            "--Search:Ingest:Enabled", "true", "--Search:Ingest:Recogniser", "none", "--Search:Ingest:HoldIndex", "00:01:00");
        await writing.InitializeAsync();
        var client = new IngestService.IngestServiceClient(writing.Channel);
        Assert.Equal(["1 New a"], await SendAsync(client, (1, "a", "storm")));
        var segments = Digits.Select(digit => Path.Combine(writing.Index, $"_{digit}.si")).Where(path => !File.Exists(path)).ToList();
        segments.ForEach(path => Directory.CreateDirectory(path));

        var refusal = await Assert.ThrowsAsync<RpcException>(() => SendAsync(client, (1, "b", "storm")));
        Assert.Equal((StatusCode.Unavailable, "INDEX_NOT_WRITTEN"), (refusal.StatusCode, ReasonOf(refusal)));
        Assert.Equal(1, refusal.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.Seconds);

        segments.ForEach(path => Directory.Delete(path));
        Assert.Equal(["1 Unchanged a", "2 New b"], await SendAsync(client, (1, "a", "storm"), (2, "b", "storm")));
        await writing.SeesAsync(2);
    }
}
