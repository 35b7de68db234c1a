using NewsIndex.Generations;

namespace NewsIndex.Results;

/// <summary>What an upgrade of an index did.</summary>
/// <param name="FromFormat">Format before; the present one if there was nothing to do.</param>
/// <param name="Generation">The same before and after.</param>
/// <param name="Articles">Current articles that were carried over.</param>
/// <param name="Revisions">Earlier texts of articles that were carried over.</param>
/// <param name="Relinked">
/// Articles with an entity of the archive that the present rules link otherwise than those that the index was made with.
/// </param>
/// <param name="DroppedPins">Pins that were removed, because their generations could not be carried over.</param>
/// <param name="Recogniser">Recogniser that found the names, which were kept.</param>
public sealed record UpgradedIndex(
    int FromFormat, Generation Generation, long Articles, long Revisions, long Relinked, IReadOnlyList<GenerationPin> DroppedPins,
    string Recogniser);
