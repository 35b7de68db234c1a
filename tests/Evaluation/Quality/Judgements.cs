namespace Evaluation.Quality;

/// <summary>What people judged relevant: TREC qrels, <c>topic 0 article grade</c> a line; a grade above 0 is relevant.</summary>
internal sealed class Judgements
{
    private readonly Dictionary<string, Dictionary<string, int>> grades = [];

    public static Judgements Read(string path)
    {
        var judgements = new Judgements();
        foreach (var parts in File.ReadLines(path)
            .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts.Length == 4))
        {
            if (!judgements.grades.TryGetValue(parts[0], out var topic))
                judgements.grades[parts[0]] = topic = [];
            topic[parts[2]] = int.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture);
        }

        return judgements;
    }

    /// <summary>Grades by article; empty for a topic that nobody judged.</summary>
    public IReadOnlyDictionary<string, int> Of(string topic) => grades.GetValueOrDefault(topic, []);
}
