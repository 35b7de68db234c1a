using NewsIndex;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Queries;
using NewsIndex.Ranking;

namespace Evaluation.Quality;

/// <summary>
/// A judged collection with an index of its articles; the index is removed when this is disposed, but for one with embeddings of passages.
/// </summary>
internal sealed class Collection : IDisposable
{
    private readonly TemporaryIndex temporary = new();
    private readonly string index;
    private readonly PassageEncoder? encoder;

    private Collection(string folder, string? encoded, PassageEncoder? encoder)
    {
        index = encoded is null ? temporary.Directory : Path.Combine(encoded, Path.GetFileName(folder));
        this.encoder = encoder;
        (Name, Topics) = (Path.GetFileName(folder), Topic.Read(Path.Combine(folder, "topics.tsv")));
        Judgements = Judgements.Read(Path.Combine(folder, "qrels.txt"));
    }

    public string Name { get; }

    public int Articles { get; private set; }

    public IReadOnlyList<Topic> Topics { get; }

    public Judgements Judgements { get; }

    /// <param name="encoded">
    /// Folder of indexes with embeddings of passages, which has those of earlier runs, since encoding takes minutes; null to go without.
    /// </param>
    /// <param name="encoder">Null only without such a folder.</param>
    public static async Task<Collection> OpenAsync(string folder, string? encoded = null, PassageEncoder? encoder = null)
    {
        var collection = new Collection(folder, encoded, encoder);
        var options = new NewsIndexOptions { Directory = collection.index };
        if (encoded is null || !Directory.Exists(collection.index))
        {
            await TemporaryIndex.BuildAsync(Path.Combine(folder, "articles.jsonl"), collection.index, encoder: encoder);
            NewsIndexServices.Merge(options);
        }

        await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        collection.Articles = (int)(await searcher.DescribeAsync(ArticleScope.Everything, CancellationToken.None)).Articles;
        return collection;
    }

    /// <summary>Measures each topic, in order.</summary>
    public Task<IReadOnlyList<Measures>> MeasureAsync(RankingOptions options) => QualityRun.MeasureAsync(
        new NewsIndexOptions { Directory = index, Ranking = options }, Topics, Judgements, TextWriter.Null, encoder);

    /// <summary>Measures a TREC run of another engine.</summary>
    public IEnumerable<Measures> Measure(string run)
    {
        var rankings = File.ReadLines(run).Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ToLookup(cells => cells[0], cells => cells[2]);
        return Topics.Select(topic => Measures.Of([.. rankings[topic.Number]], Judgements.Of(topic.Number)));
    }

    public void Dispose() => temporary.Dispose();
}
