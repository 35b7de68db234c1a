using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;

namespace NewsSearch.Tests.Lucene.Columns;

public sealed class PerScopeTests : IDisposable
{
    private static readonly PerScope<object> Read = new(_ => new object());

    private readonly GrowingIndex index = new();

    public void Dispose() => index.Dispose();

    [Fact]
    public void A_later_commit_has_the_values_of_earlier_segments_even_with_new_deletions()
    {
        var first = index.Commit([Article("a"), Article("b")], []);
        var second = index.Commit([Article("c")], ["b"]);
        Assert.Same(Read.Of(first.Segments[0]), Read.Of(second.Segments[0]));
    }

    [Fact]
    public void A_scope_has_values_of_its_own()
    {
        var whole = index.Commit([Article("a"), Article("b")], []).Segments[0];
        var (one, other) = (new FixedBitSet(2), new FixedBitSet(2));
        Assert.NotSame(Read.Of(whole), Read.Of(whole.Within(one)));
        Assert.NotSame(Read.Of(whole.Within(one)), Read.Of(whole.Within(other)));
        Assert.Same(Read.Of(whole.Within(one)), Read.Of(whole.Within(one)));
    }

    private static GrownArticle Article(string id) => new(id, id, "Times", [], []);
}
