using System.Globalization;
using CsCheck;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;

namespace NewsSearch.Tests.Lucene.Columns;

/// <summary>
/// Commits of one index, opened in any order, read as Lucene's own readers read them, and share what they have in common.
/// </summary>
public sealed class SnapshotReaderTests : IDisposable
{
    private static readonly PerSegment<object> Column = new(_ => new object());
    private static readonly PerGeneration<object> Table = new(_ => new object());

    private readonly RAMDirectory directory = new();
    private readonly List<SnapshotReader> opened = [];

    public void Dispose()
    {
        foreach (var reader in opened)
            reader.Dispose();
        directory.Dispose();
    }

    [Fact]
    public void A_later_commit_has_the_columns_of_the_segments_before_it()
    {
        Commit(["a", "b"]);
        var first = OpenWhole();
        Commit(["c"]);
        var second = OpenWhole(first);
        Assert.Equal(2, second.Segments.Count);
        Assert.Same(Column.Of(first.Segments[0]), Column.Of(second.Segments[0]));
        Assert.NotSame(Column.Of(first.Segments[0]), Column.Of(second.Segments[1]));
    }

    [Fact]
    public void An_earlier_commit_shares_files_and_columns_with_a_later_one()
    {
        Commit(["a", "b"]);
        Commit(["c"]);
        var newest = OpenWhole();
        var earlier = OpenCommit(0, newest);
        Assert.Same(newest.Segments[0].Segment, Assert.Single(earlier.Segments).Segment);
        Assert.Same(Column.Of(newest.Segments[0]), Column.Of(earlier.Segments[0]));
    }

    [Fact]
    public void An_earlier_commit_has_the_documents_that_a_later_one_deleted()
    {
        Commit(["a", "b"]);
        Commit(["c"], ["a"]);
        Commit(["d"], ["b", "c"]);
        var newest = OpenWhole();
        Assert.Equal(["d"], IdsIn(newest));
        Assert.Equal(["b", "c"], IdsIn(OpenCommit(1, newest)));
        Assert.Equal(["a", "b"], IdsIn(OpenCommit(0, newest)));
    }

    [Fact]
    public void A_segment_that_no_open_snapshot_has_is_opened()
    {
        Commit(["a", "b"]);
        Commit(["c"], ["a", "b"]);
        var newest = OpenWhole();
        Assert.Single(newest.Segments);
        Assert.Equal(["a", "b"], IdsIn(OpenCommit(0, newest)));
    }

    [Fact]
    public void A_snapshot_goes_on_reading_when_the_one_that_it_shares_with_is_closed()
    {
        Commit(["a", "b"]);
        Commit(["c"], ["a"]);
        var newest = OpenWhole();
        var earlier = OpenCommit(0, newest);
        newest.DecRef();
        opened.Remove(newest);
        Assert.Equal(["a", "b"], IdsIn(earlier));
    }

    [Fact]
    public void Closing_a_snapshot_leaves_the_segments_of_the_others_open()
    {
        Commit(["a", "b"]);
        Commit(["c"], ["a"]);
        var newest = OpenWhole();
        var earlier = OpenCommit(0, newest);
        earlier.DecRef();
        opened.Remove(earlier);
        Assert.Equal(["b", "c"], IdsIn(newest));
        Assert.Equal(1, newest.Segments[0].Segment.RefCount);
    }

    [Fact]
    public void Nothing_stays_open_when_all_snapshots_are_closed()
    {
        Commit(["a", "b"]);
        Commit(["c"], ["a"]);
        var newest = OpenWhole();
        var earlier = OpenCommit(0, newest);
        var segments = newest.Segments.Concat(earlier.Segments).Select(view => view.Segment).ToList();
        Dispose();
        opened.Clear();
        Assert.All(segments, segment => Assert.Equal(0, segment.RefCount));
    }

    [Fact]
    public void Each_snapshot_has_values_of_its_own()
    {
        Commit(["a"]);
        var first = OpenWhole();
        Commit(["b"]);
        var second = OpenWhole(first);
        Assert.Same(Table.Of(first), Table.Of(first));
        Assert.NotSame(Table.Of(first), Table.Of(second));
    }

    [Fact]
    public void A_commit_with_a_missing_file_releases_what_it_had_opened()
    {
        Commit(["a"]);
        Commit(["b"]);
        var newest = OpenWhole();
        Commit(["c"], ["b"]);
        var last = DirectoryReader.ListCommits(directory)[^1];
        foreach (var file in last.FileNames
            .Except(newest.IndexCommit.FileNames)
            .Where(name => !name.StartsWith("segments", StringComparison.Ordinal)))
            directory.DeleteFile(file);
        Assert.ThrowsAny<IOException>(() => SnapshotReader.OfCommit(last, [newest]));
        Assert.All(newest.Segments, view => Assert.Equal(1, view.Segment.RefCount));
    }

    [Fact]
    public void Readers_that_are_of_no_snapshot_are_refused()
    {
        Commit(["a"]);
        using var reader = DirectoryReader.Open(directory);
        Assert.Throws<ArgumentException>(() => Table.Of(reader));
        Assert.Throws<ArgumentException>(() => Column.Of(reader.Leaves[0].AtomicReader));
    }

    [Fact]
    public void Every_commit_reads_as_Lucene_reads_it_whichever_snapshots_are_open() =>
        Gen.Select(Gen.Int[1, 6].Array[1, 3], Gen.Int[0, 9].Array[0, 4], (added, deleted) => (added, deleted)).Array[1, 6].Sample(
            commits =>
            {
                using var index = new SnapshotReaderTests();
                var next = 0;
                foreach (var (added, deleted) in commits)
                {
                    index.Commit(
                        [.. Enumerable.Range(next, added.Sum()).Select(i => $"{i:d3}")],
                        [.. deleted.Select(i => $"{Math.Max(0, next - 1 - i):d3}")]);
                    next += added.Sum();
                }

                var newest = index.OpenWhole();
                for (var i = DirectoryReader.ListCommits(index.directory).Count - 1; i >= 0; i--)
                {
                    using var plain = DirectoryReader.Open(DirectoryReader.ListCommits(index.directory)[i]);
                    Assert.Equal(IdsIn(plain), IdsIn(index.OpenCommit(i, newest)));
                    Assert.Equal(plain.NumDocs, index.opened[^1].NumDocs);
                }
            },
            iter: 100);

    private SnapshotReader OpenWhole(params SnapshotReader[] open) =>
        Opened(SnapshotReader.OfWhole(
            open.Length == 0 ? DirectoryReader.Open(directory) : DirectoryReader.OpenIfChanged(open[0].Whole), open));

    private SnapshotReader OpenCommit(int number, params SnapshotReader[] open) =>
        Opened(SnapshotReader.OfCommit(DirectoryReader.ListCommits(directory)[number], open));

    private SnapshotReader Opened(SnapshotReader reader)
    {
        opened.Add(reader);
        return reader;
    }

    private void Commit(string[] added, params string[] deleted)
    {
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            IndexDeletionPolicy = NoDeletionPolicy.INSTANCE,
            MergePolicy = NoMergePolicy.COMPOUND_FILES,
        });
        foreach (var id in deleted)
            writer.DeleteDocuments(new Term("id", id));
        foreach (var id in added)
            writer.AddDocument([new StringField("id", id, Field.Store.YES)]);
        writer.SetCommitData(new Dictionary<string, string> { ["articles"] = string.Join(' ', added) });
        writer.Commit();
    }

    /// <summary>As a search finds them.</summary>
    private static string[] IdsIn(IndexReader reader)
    {
        var hits = new IndexSearcher(reader).Search(new MatchAllDocsQuery(), 1000);
        return [
            .. hits.ScoreDocs.Select(
                hit => reader.Document(hit.Doc).GetField("id").GetStringValue(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal)];
    }
}
