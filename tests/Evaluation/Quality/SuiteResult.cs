using System.Globalization;

namespace Evaluation.Quality;

/// <summary>The measures of one system on the topics of a suite, by collection and topic.</summary>
/// <param name="Name">As in tables.</param>
internal sealed record SuiteResult(string Name, IReadOnlyDictionary<(string Collection, string Topic), Measures> Topics)
{
    public IEnumerable<string> Collections => Topics.Keys.Select(key => key.Collection).Distinct(StringComparer.Ordinal);

    /// <summary>Mean over the topics of a collection.</summary>
    public Measures Of(string collection) =>
        Measures.Mean([.. Topics.Where(pair => pair.Key.Collection == collection).Select(pair => pair.Value)]);

    /// <summary>Mean over the means of collections.</summary>
    public Measures Mean(Func<string, bool>? where = null) =>
        Measures.Mean([.. Collections.Where(where ?? (_ => true)).Select(Of)]);

    /// <summary>Differences of average precision to another result, on the topics that both have.</summary>
    public IReadOnlyList<double> DifferencesTo(SuiteResult other, Func<(string Collection, string Topic), bool> where) =>
        [.. Topics.Where(pair => where(pair.Key) && other.Topics.ContainsKey(pair.Key))
            .Select(pair => pair.Value.AveragePrecision - other.Topics[pair.Key].AveragePrecision)];

    public void Save(string path) => File.WriteAllLines(path, Topics.Select(pair => string.Create(
        CultureInfo.InvariantCulture,
        $"{pair.Key.Collection}\t{pair.Key.Topic}\t{pair.Value.AveragePrecision:F4}\t{pair.Value.Ndcg10:F4}\t{pair.Value.Precision10:F4}\t"
        + $"{pair.Value.ReciprocalRank:F4}")));

    public static SuiteResult Load(string name, string path) => new(
        name,
        File.ReadLines(path).Select(line => line.Split('\t')).ToDictionary(
            cells => (cells[0], cells[1]),
            cells => new Measures(Number(cells[2]), Number(cells[3]), Number(cells[4]), Number(cells[5]))));

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
