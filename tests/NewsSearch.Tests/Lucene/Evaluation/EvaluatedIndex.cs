using Microsoft.Extensions.Logging.Abstractions;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Views;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Lucene.Evaluation;

/// <summary>
/// Articles of frequent and rare words in three languages, in several segments with deleted articles; under several parameters of BM25 and
/// under a scope. The largest segment has several windows of documents.
/// </summary>
public sealed class EvaluatedIndex : IAsyncLifetime
{
    public const int Sources = 4;

    private static readonly int[] Batches = [9_000, 1_300, 150, 40];

    private readonly TemporaryFolder folder = new();
    private readonly List<IndexSnapshots> opened = [];

    /// <summary>From the most frequent on; the last is in no article.</summary>
    public static string[] Words { get; } = [
        "storm", "coast", "minister", "oil", "price", "bank", "rising", "harbour", "strike", "vote", "Berlin", "budget", "senate", "wheat",
        "treaty", "comet", "zeppelin", "quagga", "nowhere"];

    public static string[] Names { get; } = ["Jane Roe", "Ann Lee"];

    internal IReadOnlyList<IndexSnapshot> Snapshots { get; private set; } = [];

    public async Task InitializeAsync()
    {
        var random = new Random(1987);
        var number = 0;
        foreach (var size in Batches)
        {
            await using var writer = NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = folder.Path }, TimeProvider.System);
            // A later batch replaces some articles of those before.
            var articles = Enumerable.Range(0, size)
                .Select(_ => Article(random, random.Next(12) == 0 ? random.Next(number + 1) : ++number));
            await writer.WriteAsync([.. articles.DistinctBy(article => article.Id)], CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        var whole = Open(1.2f, 0.75f);
        Assert.True(whole.Reader.Leaves.Count > 1 && whole.Reader.HasDeletions);
        whole.TryAcquire();
        Snapshots = [
            whole, Open(0.4f, 0.2f), Open(2.5f, 1), Open(0, 0.5f),
            ScopedSnapshots.Of(whole, ArticleScope.OfSources("source 1", "source 2"), new QueryLimits())];
    }

    public async Task DisposeAsync()
    {
        foreach (var snapshot in Snapshots)
            snapshot.Release();
        foreach (var snapshots in opened)
            await snapshots.DisposeAsync();
        folder.Dispose();
    }

    private IndexSnapshot Open(float k1, float b)
    {
        var options = new NewsIndexOptions { Directory = folder.Path, Ranking = { Bm25K1 = k1, Bm25B = b } };
        opened.Add(new IndexSnapshots(options, TimeProvider.System, NullLogger.Instance));
        return opened[^1].Acquire(null);
    }

    private static Article Article(Random random, int number) => new()
    {
        Id = $"a{number * 7919L % 100_003:00000}",
        Headline = random.Next(3) == 0 ? Text(random, 3) : "",
        Body = Body(random, number),
        Language = number > 8_000 ? "en" : random.Next(8) switch { 0 => "de", 1 => "fr", _ => "en" },
        Source = $"Source {random.Next(Sources)}",
        Entities = random.Next(5) == 0 ? [new NamedEntity(Names[random.Next(Names.Length)], EntityType.Person)] : [],
        Published = random.Next(9) == 0
            ? PublishedDate.Unknown
            : new PublishedDate(
                PartialDate.OfDay(new DateOnly(1987, 1 + random.Next(12), 1 + random.Next(28))), null, DateProvenance.Metadata),
    };

    private static string Body(Random random, int number) => random.Next(200) switch
    {
        // Frequencies around the greatest that a byte has.
        0 => $"{string.Join(' ', Enumerable.Repeat(Words[number % 2], 253 + (number % 5)))} {Text(random, 60)}",
        < 20 => $"Copies of one text are near-duplicates. {Text(new Random(number % 20), 40)}",
        _ => Text(random, 60, number < 2_000 ? 4 : 12),
    };

    /// <summary>
    /// Few lengths and frequencies, so that many articles tie. Most articles with rare words are the first: what is guessed from those of
    /// all is too high.
    /// </summary>
    /// <param name="rareness">The greater, the fewer articles have the rare words.</param>
    private static string Text(Random random, int most, int rareness = 12) =>
        string.Join(' ', Enumerable.Range(0, 1 + random.Next(most)).Select(_ => random.Next(3) == 0
            ? "filler"
            : Words[(int)((Words.Length - 1) * Math.Pow(random.NextDouble(), rareness))]));
}
