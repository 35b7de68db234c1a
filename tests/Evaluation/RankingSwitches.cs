using System.CommandLine;
using NewsIndex.Ranking;

namespace Evaluation;

/// <summary>Switches that change a weight of ranking for a measurement.</summary>
internal static class RankingSwitches
{
    /// <summary>The part that needs an index with embeddings of passages.</summary>
    public const string Passages = "passages";

    /// <summary>The parts of rescoring: name, getter and setter of the weight.</summary>
    public static IReadOnlyList<(string Name, Func<RankingOptions, float> Get, Action<RankingOptions, float> Set)> Parts { get; } =
    [
        ("meaning", options => options.MeaningWeight, (options, value) => options.MeaningWeight = value),
        ("topic", options => options.TopicFeedbackWeight, (options, value) => options.TopicFeedbackWeight = value),
        ("headline", options => options.HeadlineWeight, (options, value) => options.HeadlineWeight = value),
        ("phrase", options => options.PhraseWeight, (options, value) => options.PhraseWeight = value),
        (Passages, options => options.PassageEmbeddingWeight, (options, value) => options.PassageEmbeddingWeight = value),
        ("typed", options => options.TypedFormWeight, (options, value) => options.TypedFormWeight = value),
    ];

    /// <summary>Creates a switch for each part, for k1, b and feedback; their defaults are those of the product, feedback is off.</summary>
    public static IReadOnlyList<(Option<float?> Option, Action<RankingOptions, float> Set)> Create() =>
    [
        .. Parts.Select(part => (new Option<float?>("--" + part.Name) { Description = $"Weight of {part.Name}." }, part.Set)),
        (new Option<float?>("--k1") { Description = "k1 of BM25." }, (options, value) => options.Bm25K1 = value),
        (new Option<float?>("--b") { Description = "b of BM25." }, (options, value) => options.Bm25B = value),
        (new Option<float?>("--feedback") { Description = "Weight of words of the first hits; 0 by default." },
            (options, value) => options.FeedbackWeight = value),
        (new Option<float?>("--window") { Description = "Hits to rescore." }, (options, value) => options.RescoringWindow = (int)value),
    ];

    public static RankingOptions Read(
        ParseResult parsed, IReadOnlyList<(Option<float?> Option, Action<RankingOptions, float> Set)> switches)
    {
        var options = new RankingOptions { FeedbackWeight = 0 };
        foreach (var (option, set) in switches)
        {
            if (parsed.GetValue(option) is { } value)
                set(options, value);
        }

        return options;
    }
}
