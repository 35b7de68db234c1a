using Microsoft.Extensions.Options;
using NewsIndex;
using NewsIndex.Entities;
using NewsIndex.Generations;
using SearchService.Settings;

namespace SearchService.Calls;

/// <summary>Pins in the folder of the service's index.</summary>
internal sealed class PinnedGenerations(IOptions<SearchOptions> options, CorrectionLog corrections, TimeProvider clock)
{
    private string Folder => options.Value.Index.Directory;

    /// <summary>All pins, in the order in which they were made.</summary>
    public IReadOnlyList<GenerationPin> Read() => new GenerationPins(Folder).Read();

    /// <param name="generation">Null for the newest.</param>
    /// <exception cref="PinFailedException">The pin cannot be written.</exception>
    /// <exception cref="GenerationExpiredException">The generation is no longer kept.</exception>
    public GenerationPin Pin(Generation? generation, string by, string why) =>
        NewsIndexServices.Pin(Folder, generation, by, why, clock, corrections);

    /// <param name="by">The owner; empty where the generation has one pin only.</param>
    /// <returns>False when there is no such pin.</returns>
    /// <exception cref="PinFailedException">Several owners have a pin and none is named, or the pins cannot be written.</exception>
    public bool Unpin(Generation generation, string by) => new GenerationPins(Folder).Remove(generation, by.Length == 0 ? null : by);
}
