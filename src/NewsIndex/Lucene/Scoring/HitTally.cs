using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Scoring;

/// <summary>Counts what a search finds: as articles, as different texts, and as sources.</summary>
internal sealed class HitTally
{
    private readonly CopyColumn copies;
    private readonly ValueColumn[] sources;

    /// <summary>By segment and ordinal plus one; the first stands for articles without a source.</summary>
    private readonly bool[][] seenSources;
    private readonly HashSet<long> seenGroups = [];
    private long single;
    private FixedBitSet copied = null!;
    private int[] sourceOf = [];
    private bool[] seen = null!;

    public HitTally(IndexReader reader)
    {
        copies = CopyColumn.Of(reader);
        sources = [.. reader.Leaves.Select(leaf => ValueColumn.Of(leaf.AtomicReader, IndexFields.SourceName))];
        seenSources = [.. sources.Select(column => new bool[column.Values.Length + 1])];
    }

    public long Articles { get; private set; }

    /// <summary>Near copies counted once.</summary>
    public long Texts => single + seenGroups.Count;

    /// <summary>Different sources, not counting articles without one.</summary>
    public long Sources
    {
        get
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < sources.Length; i++)
            {
                for (var ordinal = 1; ordinal < seenSources[i].Length; ordinal++)
                {
                    if (seenSources[i][ordinal])
                        names.Add(sources[i].Normalised[ordinal - 1]);
                }
            }

            return names.Count;
        }
    }

    public void Enter(AtomicReaderContext segment) =>
        (copied, sourceOf, seen) = (copies.Copied(segment), sources[segment.Ord].Only ?? throw new InvalidOperationException("An article has one source at most."), seenSources[segment.Ord]);

    /// <summary>The group of an article that has copies; null for one that has none.</summary>
    public long? Count(AtomicReaderContext segment, int doc)
    {
        Articles++;
        seen[sourceOf[doc]] = true;
        if (!copied.Get(doc))
        {
            single++;
            return null;
        }

        var group = CopyColumn.GroupOf(segment, doc);
        seenGroups.Add(group);
        return group;
    }
}
