using Evaluation.Kills;

namespace NewsSearch.Tests.Service;

/// <summary>A service that ends without warning while it writes. The verb <c>kills</c> of tests/Evaluation does it more often.</summary>
public sealed class IngestKillTests : IDisposable
{
    private const int Kills = 15;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_by_a_kill()
    {
        var run = new IngestKills(folder.File("index"), new Random(24));
        await run.RunAsync(Kills);
        Assert.Empty(run.Losses);
        Assert.True(run.Acknowledged > Kills, $"{run.Acknowledged} acknowledged");
    }
}
