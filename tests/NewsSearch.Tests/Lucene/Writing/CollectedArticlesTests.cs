using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Generations;
using NewsIndex.Intake;
using NewsIndex.Lucene.Codec;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Storage;
using NewsIndex.Lucene.Writing;
using Document = Lucene.Net.Documents.Document;

namespace NewsSearch.Tests.Lucene.Writing;

/// <summary>Articles that several threads add and replace are in the index once, in their last version.</summary>
public sealed class CollectedArticlesTests
{
    private const int Threads = 4;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 8_000_000)]
    [InlineData(3, 1_000_000_000)]
    public void Each_article_is_there_in_its_last_version(int seed, long maxBytes)
    {
        using var directory = new RAMDirectory();
        using var writer = Open(directory);
        using var collected = new CollectedArticles(writer, maxBytes, Threads);
        var versions = new Dictionary<string, int>[Threads];
        for (var round = 0; round < 3; round++)
        {
            var first = seed + (10 * round);
            Parallel.For(0, Threads, thread => Write(collected, versions[thread] ??= [], thread, new Random(first + (100 * thread))));
            collected.Flush();
            writer.Commit();
            var expected = versions.SelectMany(each => each).ToDictionary();
            Assert.Equal(expected.OrderBy(each => each.Key), Read(directory).OrderBy(each => each.Key));
        }
    }

    [Fact]
    public void Nothing_is_handed_over_after_a_failure()
    {
        using var directory = new RAMDirectory();
        using var writer = Open(directory);
        using var collected = new CollectedArticles(writer, 1_000_000_000, Threads);
        var id = new string('a', IndexWriter.MAX_TERM_LENGTH + 1);
        Assert.Throws<ArgumentException>(() => collected.Add(id, Document(id, 1)));
        Assert.Throws<InvalidOperationException>(collected.Flush);
    }

    private static IndexWriter Open(RAMDirectory directory) => new(
        directory,
        new IndexWriterConfig(LuceneVersion.LUCENE_48, NewsAnalyzer.Instance) { Similarity = Bm25.ForWriting, Codec = new NewsCodec() });

    private static void Write(CollectedArticles collected, Dictionary<string, int> versions, int thread, Random random)
    {
        for (var i = 0; i < 150; i++)
        {
            var id = $"{thread} {random.Next(60)}";
            if (versions.TryGetValue(id, out var version))
                collected.Replace(id, Document(id, versions[id] = version + 1));
            else
                collected.Add(id, Document(id, versions[id] = 1));
        }
    }

    private static Document Document(string id, int version)
    {
        var article = new Article { Id = id, Headline = "Storm", Body = $"Version {version} of the storm.", Language = "en" };
        var state = new IndexedState(version, new Generation(version, 1), id, []);
        return ArticleToDocument.Translate(
            new PreparedArticle(IncomingArticle.Of(article), DateTimeOffset.UnixEpoch, state, [], 5, null));
    }

    private static Dictionary<string, int> Read(RAMDirectory directory)
    {
        using var reader = IndexFiles.OpenReader(directory);
        var found = new Dictionary<string, int>();
        foreach (var leaf in reader.Leaves.Select(context => context.AtomicReader))
        {
            var ids = leaf.GetSortedDocValues(IndexFields.Id);
            for (var doc = 0; doc < leaf.MaxDoc; doc++)
            {
                var id = new BytesRef();
                ids.Get(doc, id);
                if (leaf.LiveDocs?.Get(doc) != false)
                    found.Add(id.Utf8ToString(), StoredDocument.ReadRecord(leaf, doc).Revision);
            }
        }

        return found;
    }
}
