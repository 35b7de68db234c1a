using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Lucene.Storage;
using NewsIndex.Repeats;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>
/// Pins of an index in a folder: a file lists them, and <see cref="PinnedCommits"/> keeps the commits of the generations that it lists.
/// </summary>
internal sealed class FolderPins(string directory, PinOptions limits, ICorrectionLog corrections, TimeProvider clock) : IGenerationPins
{
    private readonly PinFile file = new(directory);
    private readonly KnownPins known = new(directory, clock);

    public IReadOnlyList<Generation> ListGenerations()
    {
        if (!Directory.Exists(directory))
            return [];
        using var files = IndexFiles.Open(directory);
        return [.. IndexFiles.Commits(files)
            .Select(commit => CommitData.TryReadGeneration(commit.UserData)).OfType<Generation>().Distinct()];
    }

    public IReadOnlyList<GenerationPin> Read() => file.Read();

    public GenerationPin Pin(
        Generation? generation, string by, string why, DateTimeOffset? expiresAt = null, WriteRequest? request = null)
    {
        var now = clock.GetUtcNow();
        var made = corrections.Current.LastNumber;
        if (ListGenerations() is not [.., var newest] kept)
        {
            throw new IndexUnavailableException(
                $"there is no index in {directory}: make one with the indexer, or name another folder with --index");
        }

        var wanted = generation ?? newest;
        if (!kept.Contains(wanted))
            throw new GenerationExpiredException(wanted, newest);
        var (pin, holds) = file.Add(Make, limits, now, pin => ListGenerations().Contains(pin.Generation));
        return holds ? pin : throw new GenerationExpiredException(wanted, ListGenerations() is [.., var latest] ? latest : wanted);

        // Later pins of a generation keep the corrections of the first, which citations rely on.
        GenerationPin Make(IReadOnlyList<GenerationPin> pins)
        {
            var first = pins.FirstOrDefault(each => each.Generation == wanted);
            return new GenerationPin(wanted, now, by, why, first is null ? made : first.Corrections, expiresAt) { Request = request };
        }
    }

    public bool Unpin(Generation generation, string? by) => Directory.Exists(directory) && file.Remove(generation, by);

    public int? CorrectionsOf(Generation generation) => known.CorrectionsOf(generation);
}
