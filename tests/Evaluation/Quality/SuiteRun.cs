using System.Text.Json;
using Networks;
using NewsIndex.Embeddings;
using NewsIndex.Ranking;

namespace Evaluation.Quality;

/// <summary><c>quality --suite</c>: all collections of a folder, several rankings, and the tables that compare them.</summary>
/// <param name="encoded">See <see cref="Collection.OpenAsync"/>.</param>
internal sealed class SuiteRun(string directory, RankingOptions options, string? encoded)
{
    private static readonly float[] Factors = [0, 0.5f, 1, 2];

    /// <param name="compare">Folders of TREC runs of other engines.</param>
    /// <param name="record">Result of record; null for none.</param>
    /// <param name="save">Where to write this result; null for nowhere.</param>
    public async Task<int> RunAsync(string[] compare, string? record, string? save, bool parts, bool leaveOneOut)
    {
        using var network = encoded is null ? null : TextEncoder.Open();
        var encoder = network is null ? null : new PassageEncoder(network.Identity, network.Encode);
        var collections = new List<Collection>();
        foreach (var folder in Directory.GetDirectories(directory).Where(HasTopics).Order(StringComparer.Ordinal))
            collections.Add(await Collection.OpenAsync(folder, encoded, encoder));
        try
        {
            var measured = await MeasureAsync(collections, "measured", options);
            var bm25 = await MeasureAsync(collections, "bm25", Copy(each => each.RescoringWindow = 0));
            List<SuiteResult> others = [bm25, .. compare.Select(folder => OfRuns(collections, folder))];
            if (record is not null)
                others.Add(SuiteResult.Load("record", record));
            if (parts)
                others.AddRange(await WithoutEachAsync(collections));
            var tables = new SuiteTables(Console.Out, collections);
            tables.WriteCollections([measured, .. others]);
            tables.WriteSignificance(measured, others);
            tables.WriteLengths(measured, bm25);
            if (leaveOneOut)
                tables.WriteLeaveOneOut(measured, bm25, await GridAsync(collections, measured));
            if (save is not null)
                measured.Save(save);
        }
        finally
        {
            collections.ForEach(collection => collection.Dispose());
        }

        return 0;
    }

    private IEnumerable<(string Name, Func<RankingOptions, float> Get, Action<RankingOptions, float> Set)> Parts =>
        RankingSwitches.Parts.Where(part => encoded is not null || part.Name != RankingSwitches.Passages);

    private static bool HasTopics(string folder) => File.Exists(Path.Combine(folder, "qrels.txt"));

    private static SuiteResult OfRuns(List<Collection> collections, string folder) => new(
        Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)),
        collections.SelectMany(collection => collection.Topics.Zip(
            collection.Measure(Path.Combine(folder, collection.Name + ".trec")),
            (topic, measures) => KeyValuePair.Create((collection.Name, topic.Number), measures))).ToDictionary());

    private static async Task<SuiteResult> MeasureAsync(List<Collection> collections, string name, RankingOptions options)
    {
        var topics = new Dictionary<(string, string), Measures>();
        foreach (var collection in collections)
        {
            foreach (var (topic, measures) in collection.Topics.Zip(await collection.MeasureAsync(options)))
                topics.Add((collection.Name, topic.Number), measures);
        }

        return new SuiteResult(name, topics);
    }

    private async Task<List<SuiteResult>> WithoutEachAsync(List<Collection> collections)
    {
        var results = new List<SuiteResult>();
        foreach (var (name, _, set) in Parts)
            results.Add(await MeasureAsync(collections, "without " + name, Copy(each => set(each, 0))));
        return results;
    }

    /// <summary>Measures each part at several factors of its weight, the others at theirs.</summary>
    private async Task<List<SuiteResult>> GridAsync(List<Collection> collections, SuiteResult measured)
    {
        List<SuiteResult> results = [measured];
        foreach (var (name, get, set) in Parts.Where(part => part.Get(options) > 0))
        {
            foreach (var factor in Factors.Where(factor => factor != 1))
                results.Add(await MeasureAsync(collections, $"{name} × {factor}", Copy(each => set(each, factor * get(options)))));
        }

        return results;
    }

    private RankingOptions Copy(Action<RankingOptions> change)
    {
        var copy = JsonSerializer.Deserialize<RankingOptions>(JsonSerializer.Serialize(options))!;
        change(copy);
        return copy;
    }
}
