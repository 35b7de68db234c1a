using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsIndex.Generations;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// Reader of a snapshot: a commit that shares segments with older and newer open snapshots. Lucene's OpenIfChanged shares files too, but
/// fails for an older commit if a segment has deletions in the newer one only.
/// </summary>
internal sealed class SnapshotReader : DirectoryReader
{
    private readonly IReadOnlyList<IndexReader> held;

    /// <param name="held">Referenced readers, released when the snapshot closes.</param>
    private SnapshotReader(IndexCommit commit, IReadOnlyList<SegmentView> segments, IReadOnlyList<IndexReader> held)
        : base(commit.Directory, [.. segments]) => (IndexCommit, Segments, this.held) = (commit, segments, held);

    /// <summary>Values of the whole snapshot.</summary>
    public DerivedValues Derived { get; } = new();

    public IReadOnlyList<SegmentView> Segments { get; }

    /// <summary>True when a scope may hide articles.</summary>
    public bool IsScoped => Segments.Any(segment => segment.Visible is not null);

    public override IndexCommit IndexCommit { get; }

    public override long Version => IndexCommit.Generation;

    /// <summary>Lucene's reader of the commit; null when the segments were opened one by one.</summary>
    public DirectoryReader? Whole => held is [DirectoryReader whole] ? whole : null;

    /// <exception cref="ArgumentException">The reader does not belong to a snapshot.</exception>
    public static SnapshotReader Of(IndexReader reader) =>
        reader as SnapshotReader ?? throw new ArgumentException($"{reader.GetType()} is not the reader of a snapshot", nameof(reader));

    /// <summary>Creates a snapshot from an open reader, which closes with it.</summary>
    /// <param name="open">Other snapshots of the same index.</param>
    public static SnapshotReader OfWhole(DirectoryReader whole, IReadOnlyList<SnapshotReader> open)
    {
        var views = whole.Leaves.Select(leaf => (SegmentReader)leaf.AtomicReader)
            .Select(
                segment =>
                    new SegmentView(segment, segment.LiveDocs, segment.NumDocs, Sharing(segment.SegmentName, open)?.Derived ?? new()));
        return new SnapshotReader(whole.IndexCommit, [.. views], [whole]);
    }

    /// <summary>Creates a snapshot of any commit of an index. Opens only the segments that no other snapshot has.</summary>
    /// <param name="open">Other snapshots of the same index.</param>
    /// <exception cref="System.IO.IOException">A file of the commit is missing or cannot be read.</exception>
    public static SnapshotReader OfCommit(IndexCommit commit, IReadOnlyList<SnapshotReader> open)
    {
        var infos = new SegmentInfos();
        infos.Read(commit.Directory, commit.SegmentsFileName);
        var held = new List<IndexReader>();
        try
        {
            var views = new List<SegmentView>();
            foreach (var info in infos.Segments)
            {
                var shared = Sharing(info.Info.Name, open);
                var segment = shared?.Segment.TryIncRef() == true ? shared.Segment : new SegmentReader(info, 1, IOContext.READ);
                held.Add(segment);
                var numDocs = info.Info.DocCount - info.DelCount;
                views.Add(new SegmentView(segment, LiveDocsOf(info, commit), numDocs, shared?.Derived ?? new()));
            }

            return new SnapshotReader(commit, views, held);
        }
        catch
        {
            held.ForEach(segment => segment.DecRef());
            throw;
        }
    }

    /// <summary>Returns the same commit under a scope; valid while this one is open.</summary>
    /// <param name="visible">Live documents that the scope shows, by segment.</param>
    public SnapshotReader Within(IReadOnlyList<FixedBitSet> visible) =>
        new(IndexCommit, [.. Segments.Zip(visible, (segment, bits) => segment.Within(bits))], []);

    public override bool IsCurrent() => Whole?.IsCurrent() == true;

    protected override DirectoryReader DoOpenIfChanged() => throw NotChanged();

    protected override DirectoryReader DoOpenIfChanged(IndexCommit commit) => throw NotChanged();

    protected override DirectoryReader DoOpenIfChanged(IndexWriter writer, bool applyAllDeletes) => throw NotChanged();

    protected override void DoClose()
    {
        foreach (var reader in held)
            reader.DecRef();
    }

    private static SegmentView? Sharing(string name, IReadOnlyList<SnapshotReader> open) =>
        open.SelectMany(snapshot => snapshot.Segments).FirstOrDefault(segment => segment.Segment.SegmentName == name);

    private static IBits? LiveDocsOf(SegmentCommitInfo info, IndexCommit commit) =>
        info.HasDeletions ? info.Info.Codec.LiveDocsFormat.ReadLiveDocs(commit.Directory, info, IOContext.READ_ONCE) : null;

    private static NotSupportedException NotChanged() => new("a snapshot stays at its commit; open another snapshot");
}
