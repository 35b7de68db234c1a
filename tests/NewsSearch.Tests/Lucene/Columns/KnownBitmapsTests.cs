using NewsIndex.Lucene.Columns;

namespace NewsSearch.Tests.Lucene.Columns;

public sealed class KnownBitmapsTests : IDisposable
{
    private readonly GrowingIndex index = new();
    private readonly List<int> made = [];

    public void Dispose() => index.Dispose();

    [Fact]
    public void A_bitmap_is_made_once_and_shared_by_later_generations()
    {
        var first = Of(index.Commit([Article("a")], []).Segments[0], 1);
        Assert.Same(first, Of(index.Commit([Article("b")], []).Segments[0], 1));
        Assert.Equal([1], made);
    }

    [Fact]
    public void The_least_recently_used_is_left_out_first()
    {
        var segment = index.Commit([Article("a")], []).Segments[0];
        foreach (var filter in Enumerable.Range(0, 16).Append(0).Append(16))
            Of(segment, filter);
        made.Clear();
        foreach (var filter in Enumerable.Range(2, 15).Append(0).Append(1))
            Of(segment, filter);
        Assert.Equal([1], made);
    }

    private Bitmap Of(SegmentView segment, int filter) => KnownBitmaps.Of(segment, filter, (_, each) =>
    {
        made.Add(each);
        return Bitmap.Within([each], 0, [each], 0);
    });

    private static GrownArticle Article(string id) => new(id, id, "Times", ["storm"], []);
}
