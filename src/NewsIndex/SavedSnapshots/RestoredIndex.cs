using NewsIndex.Generations;

namespace NewsIndex.SavedSnapshots;

/// <summary>What a restored index has.</summary>
/// <param name="OtherPins">Pins of generations that the snapshot does not hold; they were not restored.</param>
public sealed record RestoredIndex(SavedSnapshot Snapshot, int Pins, IReadOnlyList<GenerationPin> OtherPins);
