using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;

namespace NewsSearch.Tests.Lucene.Columns;

/// <summary>The union of the postings of terms is what a look at every article gives, after any commits.</summary>
public sealed class WordsFilterTests
{
    [Fact]
    public void Articles_are_selected_that_have_any_of_the_words() => GrownArticle.InEveryCommit(reader =>
    {
        foreach (var leaf in reader.Leaves)
        {
            var words = WordsOf(leaf.AtomicReader);
            foreach (var asked in (List<BytesRef>[])[[], [.. words.Keys], [.. words.Keys.Take(1)], [.. words.Keys.Skip(1)]])
            {
                var filter = new WordsFilter(IndexFields.TextExact, [.. asked, new BytesRef("~absent")], CancellationToken.None);
                var expected = asked.SelectMany(word => words[word]).Distinct().Order().ToList();
                Assert.Equal(expected, Docs(filter.Of(leaf.AtomicReader).Bits.GetIterator()));
                Assert.Equal(
                    expected.Where(doc => leaf.AtomicReader.LiveDocs?.Get(doc) != false),
                    Docs(filter.GetDocIdSet(leaf, leaf.AtomicReader.LiveDocs)?.GetIterator()));
            }
        }
    });

    [Fact]
    public void A_scope_does_not_change_what_another_finds()
    {
        using var index = new GrowingIndex();
        var whole = index.Commit([new("a", "a", "Times", ["storm"], []), new("b", "b", "Times", ["flood"], [])], []).Segments[0];
        var filter = new WordsFilter(IndexFields.TextExact, [new BytesRef("flood"), new BytesRef("storm")], CancellationToken.None);
        var none = new FixedBitSet(2);
        Assert.Equal([0, 1], Docs(filter.Of(whole.Within(none)).Bits.GetIterator()));
        Assert.Equal([0, 1], Docs(filter.Of(whole).Bits.GetIterator()));
    }

    private static SortedDictionary<BytesRef, List<int>> WordsOf(AtomicReader segment)
    {
        var words = new SortedDictionary<BytesRef, List<int>>();
        var each = segment.GetTerms(IndexFields.TextExact)?.GetEnumerator();
        while (each?.MoveNext() == true)
            words[BytesRef.DeepCopyOf(each.Term)] = Docs(each.Docs(null, null, DocsFlags.NONE));
        return words;
    }

    private static List<int> Docs(DocIdSetIterator? iterator)
    {
        var docs = new List<int>();
        while (iterator is not null && iterator.NextDoc() is var doc && doc != DocIdSetIterator.NO_MORE_DOCS)
            docs.Add(doc);
        return docs;
    }
}
