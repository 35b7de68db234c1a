using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;

namespace NewsSearch.Tests.Lucene.Columns;

public sealed class PerLiveDocsTests : IDisposable
{
    private static readonly PerLiveDocs<object> Counted = new(_ => new object());

    private readonly GrowingIndex index = new();

    public void Dispose() => index.Dispose();

    [Fact]
    public void A_later_commit_has_the_values_of_segments_without_new_deletions()
    {
        var first = index.Commit([Article("a"), Article("b")], []);
        var second = index.Commit([Article("c")], ["b"]);
        var third = index.Commit([Article("d")], []);
        Assert.NotSame(Counted.Of(first.Segments[0]), Counted.Of(second.Segments[0]));
        Assert.Same(Counted.Of(second.Segments[0]), Counted.Of(third.Segments[0]));
    }

    [Fact]
    public void Readers_of_one_segment_have_values_by_their_live_documents()
    {
        var whole = index.Commit([Article("a"), Article("b")], []).Segments[0];
        var live = new FixedBitSet(2);
        var some = Assert.IsType<SegmentView>(new SegmentView(whole.Segment, live, 0, whole.Derived));
        var same = new SegmentView(whole.Segment, live, 0, whole.Derived);
        Assert.Same(Counted.Of(some), Counted.Of(same));
        Assert.NotSame(Counted.Of(whole), Counted.Of(some));
    }

    private static GrownArticle Article(string id) => new(id, id, "Times", [], []);
}
