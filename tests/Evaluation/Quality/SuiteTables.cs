using System.Globalization;

namespace Evaluation.Quality;

/// <summary>Writes the tables of a suite in Markdown.</summary>
internal sealed class SuiteTables(TextWriter output, IReadOnlyList<Collection> collections)
{
    private static readonly (int Longest, string Name)[] Lengths =
        [(2, "1-2"), (3, "3"), (4, "4"), (5, "5"), (8, "6-8"), (12, "9-12"), (19, "13-19"), (int.MaxValue, "20 or more")];

    public void WriteCollections(IReadOnlyList<SuiteResult> results)
    {
        WriteRow(["MAP / nDCG@10 / MRR", "articles", "topics", .. results.Select(result => result.Name)]);
        WriteRow(["---", "---:", "---:", .. results.Select(_ => "---:")]);
        foreach (var each in collections)
        {
            WriteRow([each.Name, Text($"{each.Articles:N0}"), Text($"{each.Topics.Count}"),
                .. results.Select(result => Cell(result.Of(each.Name)))]);
        }

        WriteRow(["**mean**", "", "", .. results.Select(result => Cell(result.Mean()))]);
        output.WriteLine();
    }

    public void WriteSignificance(SuiteResult measured, IReadOnlyList<SuiteResult> others)
    {
        WriteRow(["measured against (MAP, p of a paired randomisation test)", .. others.Select(other => other.Name)]);
        WriteRow(["---", .. others.Select(_ => "---:")]);
        foreach (var each in collections)
            WriteRow([each.Name, .. others.Select(other => Difference(measured.DifferencesTo(other, key => key.Collection == each.Name)))]);
        WriteRow(["**all topics**", .. others.Select(other => Difference(measured.DifferencesTo(other, _ => true)))]);
        output.WriteLine();
    }

    public void WriteLengths(SuiteResult measured, SuiteResult bm25)
    {
        var words = collections.SelectMany(each => each.Topics.Select(topic => ((each.Name, topic.Number), topic.CountWords())))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
        WriteRow(["words", "topics", bm25.Name, measured.Name, "p"]);
        WriteRow(["---", "---:", "---:", "---:", "---:"]);
        var shortest = 0;
        foreach (var (longest, name) in Lengths)
        {
            var (from, to) = (shortest, longest);
            bool IsIn((string, string) key) => words[key] > from && words[key] <= to;
            var differences = measured.DifferencesTo(bm25, IsIn);
            if (differences.Count > 0)
            {
                WriteRow([name, Text($"{differences.Count}"), Mean(bm25, IsIn), Mean(measured, IsIn),
                    Text($"{RandomisationTest.P(differences):F3}")]);
            }

            shortest = longest;
        }

        output.WriteLine();
    }

    /// <summary>For each collection, the setting that is best on the mean of the others, and what it does on this one.</summary>
    public void WriteLeaveOneOut(SuiteResult measured, SuiteResult bm25, IReadOnlyList<SuiteResult> settings)
    {
        WriteRow(["left out", "chosen by the others", "MAP with it", measured.Name, bm25.Name]);
        WriteRow(["---", "---", "---:", "---:", "---:"]);
        var chosen = collections.Select(each =>
            (each.Name, Best: settings.MaxBy(setting => setting.Mean(name => name != each.Name).AveragePrecision)!)).ToList();
        foreach (var (name, best) in chosen)
            WriteRow([name, best.Name, Map(best.Of(name)), Map(measured.Of(name)), Map(bm25.Of(name))]);
        WriteRow(["**mean**", "", Text($"{chosen.Average(each => each.Best.Of(each.Name).AveragePrecision):F4}"), Map(measured.Mean()),
            Map(bm25.Mean())]);
        output.WriteLine();
        WriteRow(["setting", "mean MAP"]);
        WriteRow(["---", "---:"]);
        foreach (var setting in settings)
            WriteRow([setting.Name, Map(setting.Mean())]);
        output.WriteLine();
    }

    private void WriteRow(IEnumerable<string> cells) => output.WriteLine("| " + string.Join(" | ", cells) + " |");

    private static string Mean(SuiteResult result, Func<(string, string), bool> where) =>
        Text($"{result.Topics.Where(pair => where(pair.Key)).Average(pair => pair.Value.AveragePrecision):F4}");

    private static string Difference(IReadOnlyList<double> differences) => differences.Count == 0
        ? ""
        : Text($"{differences.Average():+0.0000;-0.0000} ({RandomisationTest.P(differences):F3})");

    private static string Cell(Measures measures) =>
        Text($"{measures.AveragePrecision:F4} / {measures.Ndcg10:F4} / {measures.ReciprocalRank:F4}");

    private static string Map(Measures measures) => Text($"{measures.AveragePrecision:F4}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
