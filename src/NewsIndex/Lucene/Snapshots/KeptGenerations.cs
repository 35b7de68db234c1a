using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Lucene.Storage;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>Lists and pins the generations whose commits an index still has.</summary>
internal static class KeptGenerations
{
    /// <summary>Returns the generations with a commit in the folder, oldest first; the last is the newest.</summary>
    public static IReadOnlyList<Generation> List(string path)
    {
        using var directory = IndexFiles.Open(path);
        return [
            .. IndexFiles.Commits(directory).Select(
                commit => CommitData.TryReadGeneration(commit.UserData)).OfType<Generation>().Distinct()];
    }

    /// <exception cref="GenerationExpiredException">Its commit was deleted.</exception>
    /// <exception cref="IndexUnavailableException">There is no index.</exception>
    /// <exception cref="PinFailedException">The list of pins is full or cannot be written.</exception>
    public static GenerationPin Pin(
        string path, Generation? wanted, string by, string why, EntityCorrections corrections, TimeProvider clock)
    {
        if (!Directory.Exists(path) || List(path) is not { Count: > 0 } kept)
            throw new IndexUnavailableException(
                $"there is no index in {path}: make one with the indexer, or name another folder with --index");
        var generation = wanted ?? kept[^1];
        if (!kept.Contains(generation))
            throw new GenerationExpiredException(generation, kept[^1]);
        var (pin, holds) = new GenerationPins(path).Add(Make, pin => List(path).Contains(pin.Generation));
        return holds ? pin : throw new GenerationExpiredException(generation, List(path) is [.., var newest] ? newest : generation);

        // Later pins of a generation keep the corrections of the first, which citations rely on.
        GenerationPin Make(IReadOnlyList<GenerationPin> pins)
        {
            var first = pins.FirstOrDefault(each => each.Generation == generation);
            return new GenerationPin(generation, clock.GetUtcNow(), by, why, first is null ? corrections.LastNumber : first.Corrections);
        }
    }
}
