using Lucene.Net.Index;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Schema;
using NewsIndex.Queries;
using NewsSearch.Tests.Lucene.Columns;

namespace NewsSearch.Tests.Lucene.Dictionaries;

/// <summary>A dictionary that is merged from those of segments is one that is read from the whole index.</summary>
public sealed class MergedDictionariesTests
{
    private const int Limit = 5;

    [Fact]
    public void Words_have_the_articles_of_all_segments() => GrownArticle.InEveryCommit(reader =>
    {
        var all = AllWords(reader);
        var words = WordDictionary.Of(reader);
        foreach (var prefix in all.Keys.SelectMany(word => new[] { word, word[..1] }).Append("").Append("d").Distinct())
        {
            var expected = all.Where(word => word.Value > 1 && word.Key.StartsWith(prefix, StringComparison.Ordinal))
                .OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Take(Limit);
            Assert.Equal(expected.Select(word => (word.Key, word.Value)), words.WithPrefix(prefix, Limit));
        }

        Assert.All(all, word => Assert.Equal(word.Value, words.ArticlesWith(word.Key)));
        Assert.Equal(1, words.ArticlesWith("d"));
    });

    [Fact]
    public void Names_have_the_mentions_of_all_segments() => GrownArticle.InEveryCommit(reader =>
    {
        var whole = new EntityDictionary(new IndexedNames(reader).WithPrefix(MentionTerm.AllNames(EntityType.Person)));
        var merged = IndexedNames.DictionaryOf(reader);
        foreach (var prefix in (string[])["", "a", "b", "ca", "ann", "bob"])
            Assert.Equal(Listed(whole.WithPrefix(prefix)), Listed(merged.WithPrefix(prefix)));
        foreach (var typed in (string[])["anne", "abbc", "bbob"])
            Assert.Equal(Listed(whole.Like(typed, 2)), Listed(merged.Like(typed, 2)));
        foreach (var entity in (string[])["ann", "bob", "cid", "dan"])
        {
            var reference = EntityReference.Named(EntityType.Person, entity);
            Assert.Equal(Listed(whole.NamesOf(reference)), Listed(merged.NamesOf(reference)));
            Assert.All(merged.NamesOf(reference), name => Assert.Equal(reference, merged.EntityAt(name.Number)));
        }
    });

    [Fact]
    public void Sources_have_the_articles_of_all_segments() => GrownArticle.InEveryCommit(reader => Assert.Equal(
        reader.Leaves.SelectMany(leaf => ValueColumn.Of(leaf.AtomicReader, IndexFields.SourceName).Values)
            .GroupBy(LabelFields.Normalise, StringComparer.Ordinal)
            .Select(names => (
                Name: names.Min(StringComparer.Ordinal)!, names.Key,
                Articles: reader.DocFreq(new Term(IndexFields.Source, names.Key))))
            .OrderByDescending(source => source.Articles).ThenBy(source => source.Key, StringComparer.Ordinal)
            .Select(source => (source.Name, (long)source.Articles)),
        SourceDictionary.Of(reader).WithPrefix("")));

    [Fact]
    public void A_label_is_shown_in_one_spelling_whatever_segment_has_it()
    {
        foreach (var spellings in (string[][])[["the times", "The Times"], ["The Times", "the times"]])
        {
            using var index = new GrowingIndex();
            foreach (var (i, source) in spellings.Index())
                index.Commit([new GrownArticle($"{i}", $"{i}", source, [], [])], []);
            Assert.Equal(["The Times"], IndexedLabels.Like(index.Newest, ArticleLabel.Source, "times"));
            Assert.Equal([("The Times", 2L)], SourceDictionary.Of(index.Newest).WithPrefix("times"));
        }
    }

    private static Dictionary<string, int> AllWords(IndexReader reader)
    {
        var all = new Dictionary<string, int>();
        var terms = MultiFields.GetTerms(reader, IndexFields.TextExact)?.GetEnumerator();
        while (terms?.MoveNext() == true)
            all[terms.Term.Utf8ToString()] = terms.DocFreq;
        return all;
    }

    private static IEnumerable<string> Listed(IEnumerable<DictionaryName> names) =>
        names.Select(name => $"{name.Entity.Id} {name.Name} {name.Normalised} {name.Mentions}").Order(StringComparer.Ordinal);
}
