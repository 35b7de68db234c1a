using NewsIndex.Entities;

namespace NewsIndex.Lucene;

/// <summary>Which generations an index can still answer from, and keeping one of them.</summary>
internal static class KeptGenerations
{
    /// <summary>Those whose commits are in the folder, oldest first; the last is the newest.</summary>
    public static IReadOnlyList<Generation> List(string path)
    {
        using var directory = CommitData.Open(path);
        return [.. CommitData.Commits(directory).Select(commit => CommitData.TryReadGeneration(commit.UserData)).OfType<Generation>().Distinct()];
    }

    /// <exception cref="GenerationExpiredException">Its commit is no longer there.</exception>
    /// <exception cref="IndexUnavailableException">There is no index.</exception>
    public static GenerationPin Pin(string path, Generation? wanted, string by, string why, EntityCorrections corrections, TimeProvider clock)
    {
        if (!Directory.Exists(path) || List(path) is not { Count: > 0 } kept)
            throw new IndexUnavailableException($"there is no index in {path}: make one with the indexer, or name another folder with --index");
        var (generation, pins) = (wanted ?? kept[^1], new GenerationPins(path));
        var before = pins.Read().FirstOrDefault(each => each.Generation == generation);
        // What was cited from the first pinning on stays as it was.
        var pin = new GenerationPin(generation, clock.GetUtcNow(), by, why, before is null ? corrections.Log.Count : before.Corrections);
        pins.Add(pin);
        // An indexer that committed meanwhile may have let go of it before it saw the pin.
        if (List(path) is var now && now.Contains(pin.Generation))
            return pin;
        if (before is null)
            pins.Remove(pin.Generation);
        throw new GenerationExpiredException(pin.Generation, now.Count > 0 ? now[^1] : pin.Generation);
    }
}
