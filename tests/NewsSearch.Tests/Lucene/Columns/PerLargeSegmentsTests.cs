using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;

namespace NewsSearch.Tests.Lucene.Columns;

public sealed class PerLargeSegmentsTests
{
    private int merges;

    [Fact]
    public void A_small_commit_leaves_the_value_of_the_large_segments()
    {
        var value = Counted();
        using var index = new GrowingIndex();
        var first = value.Of(index.Commit(Articles(1, 40), []));
        var second = value.Of(index.Commit(Articles(41, 41), []));
        Assert.Equal([40], first);
        Assert.Equal(1, merges);
        Assert.Same(first, second);
    }

    [Fact]
    public void A_large_commit_is_merged_with_the_others()
    {
        var value = Counted();
        using var index = new GrowingIndex();
        value.Of(index.Commit(Articles(1, 40), []));
        Assert.Equal([40, 10], value.Of(index.Commit(Articles(41, 50), [])));
        Assert.Equal([40], value.Of(index.OpenCommit(0)));
        Assert.Equal(3, merges);
    }

    [Fact]
    public void Under_a_scope_the_value_is_computed_each_time()
    {
        var value = Counted();
        using var index = new GrowingIndex();
        var whole = index.Commit(Articles(1, 40), []);
        var shown = whole.Within([new FixedBitSet(40)]);
        Assert.NotSame(value.Of(whole), value.Of(shown));
        Assert.NotSame(value.Of(shown), value.Of(shown));
    }

    [Fact]
    public void An_index_without_articles_has_a_value_too()
    {
        using var index = new GrowingIndex();
        Assert.Empty(Counted().Of(index.Commit([], [])));
    }

    [Theory]
    [InlineData("40", "large")]
    [InlineData("40 2", "large small")]
    [InlineData("40 3", "large large")]
    [InlineData("30 1 1", "large small small")]
    [InlineData("30 2", "large large")]
    public void A_segment_is_large_from_a_sixteenth_of_the_articles_on(string sizes, string expected)
    {
        using var index = new GrowingIndex();
        var written = 0;
        foreach (var size in sizes.Split(' ').Select(int.Parse))
            index.Commit(Articles(written + 1, written += size), []);
        var found = SegmentsBySize.Of(index.Newest);
        Assert.Equal(expected, string.Join(' ', index.Newest.Leaves.Select(leaf => found.IsLarge(leaf.AtomicReader) ? "large" : "small")));
        Assert.Equal(index.Newest.Leaves.Count, found.Large.Count + found.Small.Count);
        Assert.All(found.Large, segment => Assert.True(found.IsLarge(segment)));
        Assert.All(found.Small, segment => Assert.False(found.IsLarge(segment)));
    }

    /// <summary>The sizes of the large segments, in a list of its own for each merge.</summary>
    private PerLargeSegments<IReadOnlyList<int>> Counted() => new(large =>
    {
        merges++;
        return large.Select(segment => segment.MaxDoc).ToList();
    });

    private static IEnumerable<GrownArticle> Articles(int from, int to) => Enumerable.Range(from, to - from + 1)
        .Select(number => new GrownArticle($"a{number:000}", $"g{number:000}", "The Times", ["a"], []));
}
