using Evaluation.Speed;
using Indexer.Archives;
using Indexer.Records;
using Lucene.Net.Analysis.En;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsIndex.Articles;

namespace Evaluation.Lucene;

/// <summary>Lucene.NET as it comes, to measure ours against in the same run: one field of text, the English analyzer, BM25.</summary>
internal sealed class StockLucene : IDisposable
{
    private static readonly HashSet<string> IdOnly = ["id"];

    private readonly NIOFSDirectory directory;
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    private StockLucene(string path)
    {
        directory = new NIOFSDirectory(path);
        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity(1.2f, 0.75f) };
    }

    public static StockLucene Open(string path) => new(path);

    /// <returns>Articles written.</returns>
    public static int Build(string articles, string path)
    {
        using var directory = new NIOFSDirectory(path);
        using var analyzer = new EnglishAnalyzer(LuceneVersion.LUCENE_48);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            Similarity = new BM25Similarity(1.2f, 0.75f),
            RAMBufferSizeMB = 512,
        };
        using var writer = new IndexWriter(directory, config);
        var written = 0;
        foreach (var batch in new ArchiveFile(new ArchiveReaders()).Read(articles).OfType<Reading.Read>().Chunk(1024))
        {
            Parallel.ForEach(batch, read => writer.AddDocument(ToDocument(read.Article)));
            written += batch.Length;
        }

        writer.Commit();
        return written;
    }

    public static void Merge(string path)
    {
        using var directory = new NIOFSDirectory(path);
        using var analyzer = new EnglishAnalyzer(LuceneVersion.LUCENE_48);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer));
        writer.ForceMerge(1);
    }

    public void Answer(QueryCase asked)
    {
        var parser = new QueryParser(LuceneVersion.LUCENE_48, "text", new EnglishAnalyzer(LuceneVersion.LUCENE_48));
        var query = parser.Parse(asked.Text);
        if (asked.From.Length > 0)
        {
            query = new BooleanQuery
            {
                { query, Occur.MUST },
                {
                    new ConstantScoreQuery(NumericRangeQuery.NewInt32Range("date", Day(asked.From), Day(asked.To), true, true))
                    {
                        Boost = 0,
                    },
                    Occur.MUST
                },
            };
        }

        if (asked.Sort == "count")
            searcher.Search(query, new TotalHitCountCollector());
        else if (asked.Sort == "date_desc")
            Name(searcher.Search(query, null, 10, new Sort(new SortField("date", SortFieldType.INT32, true))));
        else
            Name(searcher.Search(query, 10));
    }

    /// <summary>Ours gives ids; so does this, from where stock indexes keep them.</summary>
    private void Name(TopDocs found)
    {
        foreach (var hit in found.ScoreDocs)
            searcher.Doc(hit.Doc, IdOnly);
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    private static Document ToDocument(Article article)
    {
        var document = new Document
        {
            new StringField("id", article.Id, Field.Store.YES),
            new TextField("text", article.Headline + "\n\n" + article.Body, Field.Store.NO),
            new StoredField("headline", article.Headline),
            new StoredField("body", article.Body),
        };
        if (article.Published.Date is { } date)
        {
            document.Add(new Int32Field("date", date.FirstDay.DayNumber, Field.Store.NO));
            document.Add(new NumericDocValuesField("date", date.FirstDay.DayNumber));
        }

        return document;
    }

    private static int Day(string text) =>
        PartialDate.TryParse(text, out var date) ? date.FirstDay.DayNumber : throw new InvalidDataException(text);
}
