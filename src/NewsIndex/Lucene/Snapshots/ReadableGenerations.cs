using System.Collections.Concurrent;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Lucene.Storage;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>The generations of an index that can be read now: those that are open, and those whose commits are kept. Thread-safe.</summary>
internal sealed class ReadableGenerations(IndexSnapshots snapshots)
{
    /// <summary>What closed generations hold, which never changes, so that a list opens each once.</summary>
    private readonly ConcurrentDictionary<(string IndexId, Generation Generation), KeptGeneration> known = new();

    /// <inheritdoc cref="IArticleSearcherLifetime.ListGenerations"/>
    public IReadOnlyList<Generation> List() => WithOpen(open =>
    {
        var kept = IndexFiles.Commits(open[0].Reader.Directory).Where(commit => CommitData.IndexIdOf(commit.UserData) == open[0].IndexId)
            .Select(commit => CommitData.TryReadGeneration(commit.UserData)).OfType<Generation>();
        return (IReadOnlyList<Generation>)
        [
            .. open.Select(snapshot => snapshot.Generation).Concat(kept).Distinct()
                .OrderByDescending(generation => generation.Number).ThenBy(generation => generation.Fingerprint),
        ];
    });

    /// <inheritdoc cref="IArticleSearcherLifetime.Describe"/>
    /// <remarks>Call it with a generation of <see cref="List"/>: one that was described is taken to be there still.</remarks>
    public KeptGeneration? Describe(Generation generation) => WithOpen(open =>
    {
        if (open.FirstOrDefault(snapshot => snapshot.Generation == generation) is { } its)
            return its.Kept;
        var key = (open[0].IndexId, generation);
        if (known.TryGetValue(key, out var before))
            return before;
        if (snapshots.OpenAlone(generation, open[0]) is not { } alone)
            return null;
        try
        {
            return known[key] = alone.Kept;
        }
        finally
        {
            alone.Release();
        }
    });

    private T WithOpen<T>(Func<IReadOnlyList<IndexSnapshot>, T> read)
    {
        var open = snapshots.AcquireOpen();
        try
        {
            return read(open);
        }
        finally
        {
            foreach (var snapshot in open)
                snapshot.Release();
        }
    }
}
