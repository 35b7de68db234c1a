using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Schema;

namespace NewsSearch.Tests.Lucene.Columns;

public sealed class SegmentViewTests : IDisposable
{
    private readonly GrowingIndex index = new();

    public void Dispose() => index.Dispose();

    [Fact]
    public void A_scope_shows_its_terms_alone_however_they_are_enumerated()
    {
        var whole = index.Commit([Article("a", "storm"), Article("b", "flood")], []).Segments[0];
        var visible = new FixedBitSet(2);
        visible.Set(0);
        var terms = whole.Within(visible).GetTerms(IndexFields.TextExact);
        Assert.Equal(["storm"], Listed(terms.GetEnumerator()));
        Assert.Equal(["storm"], Listed(terms.GetEnumerator(null)));
        Assert.Equal(["storm"], Listed(terms.GetEnumerator(terms.GetEnumerator())));
    }

    private static IEnumerable<string> Listed(TermsEnum terms)
    {
        while (terms.MoveNext())
            yield return terms.Term.Utf8ToString();
    }

    private static GrownArticle Article(string id, string word) => new(id, id, "Times", [word], []);
}
