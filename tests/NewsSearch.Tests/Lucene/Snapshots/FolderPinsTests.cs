using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsSearch.Tests.Generations;

namespace NewsSearch.Tests.Lucene.Snapshots;

public sealed class FolderPinsTests : GenerationPinsContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private int articles;

    private NewsIndexOptions Options => new() { Directory = folder.File("index") };

    public void Dispose() => folder.Dispose();

    protected override IGenerationPins Open(ICorrectionLog corrections, TimeProvider clock) =>
        NewsIndexServices.OpenPins(Options, clock, corrections);

    protected override async Task<Generation> CommitAsync(TimeProvider clock)
    {
        await using var writer = NewsIndexServices.OpenWriter(Options, clock);
        await writer.WriteAsync([new Article { Id = $"{articles++}", Body = "storm" }], CancellationToken.None);
        return await writer.CommitAsync(CancellationToken.None);
    }
}
