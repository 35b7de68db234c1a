using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Searching;

/// <summary>
/// A search stops working soon after its token is cancelled: what it reads from then on is counted, whatever time that takes on a machine
/// that does other things too.
/// </summary>
public sealed class CancelledWorkTests(CancelledWorkTests.Archive archive) : IClassFixture<CancelledWorkTests.Archive>
{
    private readonly IArticleSearcherLifetime searcher = archive.Searcher;

    public static TheoryData<string> Queries =>
    [
        "s* OR t* OR m*", "*ka OR *le", "?aka* OR ?eke* OR ?olo*", "/[st][ae]k.*/", "sa* NEAR/20 te*", "(sa* OR ta*) W/S (ma* OR na*)",
        "\"sa* ta*\"", "ATLEAST/2(sa*)", "s* AND t* AND m* AND n* AND nosuchword",
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public Task A_search_stops(string query) => AssertStopsAsync(token => searcher.SearchAsync(
        new QueryPlan { Query = QueryReader.Read(query).Query!, PageSize = 100, Totals = TotalKinds.All }, token));

    [Fact]
    public Task Feedback_stops() => AssertStopsAsync(token => searcher.SearchAsync(
        new QueryPlan { Query = QueryReader.Read("sa* OR ta*").Query!, PageSize = 100, UsesFeedback = true }, token));

    [Fact]
    public Task Counts_stop() => AssertStopsAsync(token => searcher.AggregateAsync(
        new AggregatePlan { Query = QueryReader.Read("sa* OR ta*").Query!, Facets = Enum.GetValues<FacetField>(), WithTerms = true },
        token));

    /// <summary>
    /// Cancels early in the work, and compares what is read from then on with what is read in all: a search that went on would read most of
    /// it, one that stops a few words more.
    /// </summary>
    private async Task AssertStopsAsync(Func<CancellationToken, Task> search)
    {
        await search(CancellationToken.None);
        var begun = Reads();
        await search(CancellationToken.None);
        var all = Reads() - begun;
        foreach (var part in new[] { 0.1, 0.3 })
        {
            using var cancellation = new CancellationTokenSource();
            var end = Reads() + (long)(part * all);
            var running = Task.Factory.StartNew(
                () => search(cancellation.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
            while (Reads() < end && !running.IsCompleted)
                Thread.SpinWait(10);
            cancellation.Cancel();
            var cancelled = Reads();
            await running.ContinueWith(_ => { }, TaskScheduler.Default);
            var after = Reads() - cancelled;
            Assert.True(after < all / 2, $"after {part:P0} of {all} reads it read {after} more: {running.Status}");
        }
    }

    private long Reads() => searcher.Caches.BlockHits + searcher.Caches.BlockMisses;

    /// <summary>Words of two or three syllables, frequent and rare ones, so that patterns stand for thousands.</summary>
    public sealed class Archive : IAsyncLifetime
    {
        private const int Articles = 4_000;
        private const int WordsOfArticle = 120;
        private const int WordsOfSentence = 15;
        private const string Consonants = "stmnkrlp";
        private const string Vowels = "aeiou";

        private readonly TemporaryFolder folder = new();

        public IArticleSearcherLifetime Searcher { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var options = new NewsIndexOptions { Directory = folder.File("index") };
            await using (var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System))
            {
                await writer.WriteAsync([.. Enumerable.Range(0, Articles).Select(ArticleOf)], CancellationToken.None);
                await writer.CommitAsync(CancellationToken.None);
            }

            Searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        }

        public async Task DisposeAsync()
        {
            await Searcher.DisposeAsync();
            folder.Dispose();
        }

        private static Article ArticleOf(int number)
        {
            var random = new Random(number);
            return new Article
            {
                Id = $"{number}",
                Source = $"Source {number % 50}",
                Body = string.Join(' ', Enumerable.Range(1, WordsOfArticle)
                    .Select(i => WordOf(random) + (i % WordsOfSentence == 0 ? "." : ""))),
            };
        }

        private static string WordOf(Random random) => string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ =>
            $"{Consonants[(int)(Consonants.Length * Math.Pow(random.NextDouble(), 2))]}{Vowels[random.Next(Vowels.Length)]}"));
    }
}
