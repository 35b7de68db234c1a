using Evaluation.Kills;
using NewsIndex;
using NewsIndex.Alerts;
using NewsIndex.Entities;
using NewsIndex.Generations;

namespace NewsSearch.Tests.Service;

/// <summary>
/// The service as a process that ends without warning while everything that it keeps is changed. The verb <c>kills</c> of tests/Evaluation
/// kills it more often.
/// </summary>
public sealed class KilledServiceTests : IDisposable
{
    private const int Kills = 8;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_service_that_is_killed_at_any_moment_loses_nothing_that_it_acknowledged()
    {
        var run = new KillRun(folder.Path, seed: 24);
        await run.RunAsync(Kills);
        Assert.Empty(run.Losses);
        Assert.All(run.Callers, caller => Assert.True(caller.Acknowledged > 0, caller.Name));
        Assert.All(run.Callers, caller => Assert.True(caller.CutOff > 0, caller.Name));
        await AssertSeesLossesAsync(run);
    }

    /// <summary>A look that finds no loss has to be one that would find it.</summary>
    private static async Task AssertSeesLossesAsync(KillRun run)
    {
        await using (var writer = NewsIndexServices.OpenWriter(run.Index.Options, TimeProvider.System))
            await writer.DeleteAsync([.. Enumerable.Range(1, 1_000).Select(id => $"{id}")], CancellationToken.None);
        var directory = run.Index.Options.Directory;
        foreach (var log in (string[])[CorrectionLog.PathFor(directory), AlertLog.PathFor(directory),
            Path.Combine(directory, PinFile.FileName)])
            File.WriteAllText(log, "");
        Directory.Delete(run.Index.Snapshots, recursive: true);
        Assert.All(run.Callers.Where(caller => caller is not DeletionCaller),
            caller => Assert.True(caller.Losses(run.Index).Any(), caller.Name));
    }
}
