using Lucene.Net.Index;
using NewsIndex.Articles;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;

namespace NewsSearch.Tests.Lucene.Columns;

/// <summary>What a snapshot merges from its segments is what a look at every article gives, whatever commits came before.</summary>
public sealed class MergedColumnsTests
{
    [Fact]
    public void Near_duplicate_groups_are_those_of_the_live_articles() => GrownArticle.InEveryCommit(reader =>
    {
        var copies = CopyColumn.Of(reader);
        var live = Documents(reader).Select(at => (
            Group: SegmentColumns.Of(at.Leaf.AtomicReader).CopyGroups(at.Leaf.AtomicReader)[at.Doc],
            Number: copies.Numbers(at.Leaf)[at.Doc],
            IsCopied: copies.Copied(at.Leaf).Get(at.Doc))).ToList();
        var several = live.GroupBy(article => article.Group).Where(group => group.Count() > 1).ToList();
        Assert.Equal(several.Count, copies.Groups);
        Assert.Equal(
            Enumerable.Range(1, copies.Groups),
            several.Select(group => Assert.Single(group.Select(each => each.Number).Distinct())).Order());
        Assert.All(several.SelectMany(group => group), article => Assert.True(article.IsCopied));
        Assert.All(
            live.Except(several.SelectMany(group => group)),
            article => Assert.Equal((0, false), (article.Number, article.IsCopied)));
    });

    [Fact]
    public void Marks_of_near_duplicates_are_on_live_articles_only() => GrownArticle.InEveryCommit(reader =>
        Assert.All(reader.Leaves, leaf => Assert.All(
            Enumerable.Range(0, leaf.AtomicReader.MaxDoc).Where(CopyColumn.Of(reader).Copied(leaf).Get),
            doc => Assert.NotEqual(false, leaf.AtomicReader.LiveDocs?.Get(doc)))));

    [Fact]
    public void Global_ordinals_number_every_value_once() => GrownArticle.InEveryCommit(reader =>
    {
        var numbers = SharedOrdinals<string>.Of(
            reader, null, "sources", ["first"], segment => ValueColumn.Of(segment, IndexFields.SourceName).Normalised);
        foreach (var leaf in reader.Leaves)
        {
            var values = ValueColumn.Of(leaf.AtomicReader, IndexFields.SourceName).Normalised;
            Assert.Equal(values, numbers.Segment(leaf.Ord).Select(number => numbers[number]));
        }

        Assert.Equal("first", numbers[0]);
        var all = reader.Leaves.SelectMany(leaf => ValueColumn.Of(leaf.AtomicReader, IndexFields.SourceName).Normalised).Append("first");
        Assert.Equal(
            all.Distinct().Order(StringComparer.Ordinal),
            Enumerable.Range(0, numbers.Count).Select(number => numbers[number]).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Entities_are_numbered_across_segments() => GrownArticle.InEveryCommit(reader =>
    {
        var numbers = EntityColumn.NumbersIn(reader, EntityType.Person);
        Assert.Equal(
            reader.Leaves.SelectMany(leaf => EntityColumn.Of(leaf.AtomicReader, EntityType.Person).Entities).Distinct().Count(),
            numbers.Count);
        Assert.All(reader.Leaves, leaf => Assert.Equal(
            EntityColumn.Of(leaf.AtomicReader, EntityType.Person).Entities, numbers.Segment(leaf.Ord).Select(number => numbers[number])));
    });

    private static IEnumerable<(AtomicReaderContext Leaf, int Doc)> Documents(IndexReader reader) =>
        from leaf in reader.Leaves
        from doc in Enumerable.Range(0, leaf.AtomicReader.MaxDoc)
        where leaf.AtomicReader.LiveDocs?.Get(doc) != false
        select (leaf, doc);
}
