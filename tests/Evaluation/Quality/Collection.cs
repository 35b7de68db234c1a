using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Ranking;

namespace Evaluation.Quality;

/// <summary>A judged collection with an index of its articles; the index is removed when this is disposed.</summary>
internal sealed class Collection : IDisposable
{
    private readonly TemporaryIndex index = new();

    private Collection(string folder)
    {
        (Name, Topics) = (Path.GetFileName(folder), Topic.Read(Path.Combine(folder, "topics.tsv")));
        Judgements = Judgements.Read(Path.Combine(folder, "qrels.txt"));
    }

    public string Name { get; }

    public int Articles { get; private set; }

    public IReadOnlyList<Topic> Topics { get; }

    public Judgements Judgements { get; }

    public static async Task<Collection> OpenAsync(string folder)
    {
        var collection = new Collection(folder);
        collection.Articles = await TemporaryIndex.BuildAsync(Path.Combine(folder, "articles.jsonl"), collection.index.Directory);
        NewsIndexServices.Merge(new NewsIndexOptions { Directory = collection.index.Directory });
        return collection;
    }

    /// <summary>Measures each topic, in order.</summary>
    public Task<IReadOnlyList<Measures>> MeasureAsync(RankingOptions options) => QualityRun.MeasureAsync(
        new NewsIndexOptions { Directory = index.Directory, Ranking = options }, Topics, Judgements, TextWriter.Null);

    /// <summary>Measures a TREC run of another engine.</summary>
    public IEnumerable<Measures> Measure(string run)
    {
        var rankings = File.ReadLines(run).Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ToLookup(cells => cells[0], cells => cells[2]);
        return Topics.Select(topic => Measures.Of([.. rankings[topic.Number]], Judgements.Of(topic.Number)));
    }

    public void Dispose() => index.Dispose();
}
