using System.CommandLine;
using NewsIndex.Engines;
using NewsIndex.Ranking;

namespace Evaluation;

/// <summary>A configuration of ranking that figures are published of: every table names one.</summary>
/// <param name="Name">As in tables and on the command line.</param>
internal sealed record Ranking(string Name)
{
    /// <summary>What ships.</summary>
    public static Ranking Default { get; } = new("default");

    /// <summary>The score that other engines rank by: without rescoring.</summary>
    public static Ranking Bm25 { get; } = new("bm25");

    public static IReadOnlyList<Ranking> All { get; } = [Default, Bm25];

    public static Option<string> Option(Ranking byDefault)
    {
        var option = new Option<string>("--ranking")
        {
            Description =
            $"default: what ships; bm25: without rescoring. {byDefault.Name} by default.",
            DefaultValueFactory = _ => byDefault.Name
        };
        option.AcceptOnlyFromAmong([.. All.Select(ranking => ranking.Name)]);
        return option;
    }

    public static Ranking Of(string name) => All.First(ranking => ranking.Name == name);

    public RankingOptions ApplyTo(RankingOptions options)
    {
        if (this == Bm25)
            options.RescoringWindow = 0;
        return options;
    }

    public NewsIndexOptions ApplyTo(NewsIndexOptions options)
    {
        ApplyTo(options.Ranking);
        return options;
    }
}
