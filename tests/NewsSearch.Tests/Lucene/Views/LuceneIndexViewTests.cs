using Microsoft.Extensions.Logging.Abstractions;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Views;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Searching.Views;

namespace NewsSearch.Tests.Lucene.Views;

public sealed class LuceneIndexViewTests : IAsyncLifetime
{
    private static readonly Query Storm = new Query.Word("storm");

    private readonly TemporaryFolder folder = new();
    private LuceneIndexViews views = null!;
    private IIndexView view = null!;
    private RankedHit[] hits = null!;

    public async Task InitializeAsync()
    {
        var options = new NewsIndexOptions { Directory = folder.Path };
        await using (var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System))
        {
            await writer.WriteAsync(
                [new Article { Id = "a", Headline = "Storm", Body = "storm", Language = "en" }], CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        views = new LuceneIndexViews(new IndexSnapshots(options, TimeProvider.System, NullLogger.Instance), options);
        view = await views.AcquireAsync(null, ArticleScope.Everything, EntityCorrections.None, CancellationToken.None);
        hits = [(await view.LocateAsync("a", CancellationToken.None))!.Value];
    }

    public async Task DisposeAsync()
    {
        view.Dispose();
        await views.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Reading_the_window_stops_at_a_cancellation()
    {
        var statistics = await view.StatisticsAsync(Storm, CancellationToken.None);
        var rescorer = WindowRescorer.Of(Storm, statistics, new RankingOptions())!;
        await IsCancelled(async token => await view.ReadWindowAsync(hits, rescorer, null, token));
        await IsCancelled(async token => await view.FindWordsAsync(hits, rescorer, WindowField.TypedForm, token));
    }

    [Fact]
    public Task Reading_passages_stops_at_a_cancellation() =>
        IsCancelled(async token => await view.ReadPassagesAsync(hits, EmbeddingDirection.Of(WordVectors.Of("storm"))!, null, token));

    [Fact]
    public Task Counting_stems_stops_at_a_cancellation() => IsCancelled(async token => await view.CountStemsAsync(["storm"], token));

    private static async Task IsCancelled(Func<CancellationToken, Task> read)
    {
        await read(CancellationToken.None);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read(new CancellationToken(canceled: true)));
    }
}
