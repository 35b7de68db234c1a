using System.CommandLine;
using NewsIndex.Engines;

namespace Evaluation;

/// <summary>A configuration of ranking that figures are published of: every table names one.</summary>
/// <param name="Name">As in tables and on the command line.</param>
internal sealed record Ranking(string Name)
{
    /// <summary>What ships.</summary>
    public static Ranking Default { get; } = new("default");

    /// <summary>The score that other engines rank by: no meaning, pairs, related words or typed forms.</summary>
    public static Ranking Bm25 { get; } = new("bm25");

    public static IReadOnlyList<Ranking> All { get; } = [Default, Bm25];

    public static Option<string> Option(Ranking byDefault)
    {
        var option = new Option<string>("--ranking")
        {
            Description =
            $"default: what ships; bm25: without meaning, pairs, related words and typed forms. {byDefault.Name} by default.",
            DefaultValueFactory = _ => byDefault.Name
        };
        option.AcceptOnlyFromAmong([.. All.Select(ranking => ranking.Name)]);
        return option;
    }

    public static Ranking Of(string name) => All.First(ranking => ranking.Name == name);

    public NewsIndexOptions ApplyTo(NewsIndexOptions options)
    {
        if (this == Bm25)
        {
            var weights = options.Ranking;
            (weights.MeaningWeight, weights.PairWeight, weights.RelatedWeight, weights.TypedFormWeight) = (0, 0, 0, 0);
        }

        return options;
    }
}
