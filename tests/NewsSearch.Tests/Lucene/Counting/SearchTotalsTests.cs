using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsIndex.Entities;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Counting;
using NewsIndex.Queries;
using Query = NewsIndex.Queries.Query;

namespace NewsSearch.Tests.Lucene.Counting;

/// <summary>Which passes over an index the totals of a search take.</summary>
public sealed class SearchTotalsTests : IDisposable
{
    private static readonly Query Storm = new Query.Word("storm");
    private static readonly TermQuery Lucene = new(new Term("text", "storm"));

    private readonly RAMDirectory directory = new();
    private readonly SnapshotReader reader;
    private readonly CountingSearcher searcher;
    private readonly TotalHitCountCollector ranking = new();

    public SearchTotalsTests()
    {
        using var writer = new IndexWriter(
            directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48)));
        writer.AddDocument([new TextField("text", "storm coast", Field.Store.NO)]);
        writer.AddDocument([new TextField("text", "storm", Field.Store.NO)]);
        writer.Commit();
        reader = SnapshotReader.OfWhole(DirectoryReader.Open(directory), []);
        searcher = new CountingSearcher(reader);
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    [Fact]
    public void Without_wanted_totals_only_the_ranking_sees_the_matches()
    {
        Totals().CountBeside(ranking, Lucene, Storm, TotalKinds.None);
        Assert.Same(ranking, Assert.Single(searcher.Collectors));
        Assert.Equal(2, ranking.TotalHits);
        Assert.Null(KnownTotals.Of(reader).Find(Storm, EntityCorrections.None, TotalKinds.Articles));
    }

    [Fact]
    public void Without_wanted_totals_and_without_hits_nothing_is_searched()
    {
        Totals().Count(Storm, Lucene, TotalKinds.None);
        Assert.Empty(searcher.Collectors);
    }

    [Fact]
    public void Wanted_totals_are_counted_in_the_pass_that_ranks()
    {
        Assert.Equal(2, Totals().CountBeside(ranking, Lucene, Storm, TotalKinds.Articles).Articles);
        Assert.NotSame(ranking, Assert.Single(searcher.Collectors));
        Assert.Equal(2, ranking.TotalHits);
    }

    [Fact]
    public void Known_totals_are_not_counted_again()
    {
        Totals().CountBeside(new TotalHitCountCollector(), Lucene, Storm, TotalKinds.Articles);
        Assert.Equal(2, Totals().CountBeside(ranking, Lucene, Storm, TotalKinds.Articles).Articles);
        Assert.Same(ranking, searcher.Collectors[1]);
    }

    private SearchTotals Totals() => new(searcher, EntityCorrections.None, 10, CancellationToken.None);

    /// <summary>Keeps the collector of each pass.</summary>
    private sealed class CountingSearcher(IndexReader reader) : IndexSearcher(reader)
    {
        public List<ICollector> Collectors { get; } = [];

        protected override void Search(IList<AtomicReaderContext> leaves, Weight weight, ICollector collector)
        {
            Collectors.Add(collector);
            base.Search(leaves, weight, collector);
        }
    }
}
