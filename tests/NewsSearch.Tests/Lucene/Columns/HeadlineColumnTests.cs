using CsCheck;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Schema;

namespace NewsSearch.Tests.Lucene.Columns;

public sealed class HeadlineColumnTests
{
    private static readonly string[] Words = ["a", "ab", "abc", "b", "é", "storm", "stormy", "東京", "\U0001F600"];

    [Fact]
    public void An_article_has_the_terms_of_its_headline() =>
        Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[0, 6].Array[1, 20].Sample(headlines =>
        {
            using var directory = new RAMDirectory();
            using var reader = Open(directory, headlines);
            var column = HeadlineColumn.Of(reader.Segments[0]);
            for (var doc = 0; doc < headlines.Length; doc++)
            {
                Assert.Equal(
                    headlines[doc].Distinct().Order(StringComparer.Ordinal),
                    Words.Where(word => Has(column, doc, word)).Order(StringComparer.Ordinal));
                Assert.Equal(column.Of(doc).ToArray().Order().Distinct(), column.Of(doc).ToArray());
            }

            Assert.Equal(-1, column.Find(new BytesRef("storms")));
        },
        iter: 200);

    [Fact]
    public void A_segment_without_headlines_has_no_terms()
    {
        using var directory = new RAMDirectory();
        using var reader = Open(directory, [[], []]);
        var column = HeadlineColumn.Of(reader.Segments[0]);
        Assert.Equal((-1, 0), (column.Find(new BytesRef("storm")), column.Of(1).Length));
    }

    private static bool Has(HeadlineColumn column, int doc, string word) =>
        column.Find(new BytesRef(word)) is var number and >= 0 && column.Of(doc).Contains(number);

    private static SnapshotReader Open(RAMDirectory directory, string[][] headlines)
    {
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48));
        using (var writer = new IndexWriter(directory, config))
        {
            foreach (var headline in headlines)
                writer.AddDocument(new Document { new TextField(IndexFields.Headline, string.Join(' ', headline), Field.Store.NO) });
        }

        return SnapshotReader.OfWhole(DirectoryReader.Open(directory), []);
    }
}
