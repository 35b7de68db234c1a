using NewsIndex.Entities;
using NewsIndex.Generations;

namespace NewsSearch.Tests.Generations;

public sealed class MemoryPinsTests : GenerationPinsContract
{
    private MemoryPins? pins;
    private ulong commits;

    protected override IGenerationPins Open(ICorrectionLog corrections, TimeProvider clock) => pins = new MemoryPins(corrections, clock);

    protected override Task<Generation> CommitAsync(TimeProvider clock)
    {
        var generation = new Generation((long)++commits, commits);
        pins!.Commit(generation);
        return Task.FromResult(generation);
    }
}
