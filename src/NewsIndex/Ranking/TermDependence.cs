using NewsIndex.Analysis;

namespace NewsIndex.Ranking;

/// <summary>
/// Scores pairs of adjacent query words that are adjacent in an article, and a whole sentence once more. Positions of stop words between
/// them are kept.
/// </summary>
/// <remarks>
/// Ordered bigrams of the sequential dependence model: Metzler and Croft, "A Markov Random Field Model for Term Dependencies", SIGIR 2005.
/// </remarks>
internal sealed class TermDependence
{
    /// <summary>Maximum pairs per language; bounds the cost of very long queries.</summary>
    private const int MaxPairs = 24;

    /// <summary>Minimum words of a sentence, without stop words. Pairs cover shorter runs.</summary>
    private const int MinWordsOfSentence = 5;

    /// <summary>
    /// Weight of a sentence relative to a pair. On the evaluation sets, 2 ranks sentences of digital.gov lower, and 4 those of press
    /// releases.
    /// </summary>
    private const float SentenceWeight = 3;

    /// <summary>Maximum stop words between the two words of a pair.</summary>
    private const int MaxStopWordsBetween = 3;

    private readonly List<Run> runs;
    private readonly ITermStatistics statistics;
    private readonly OkapiBm25 bm25;

    private TermDependence(List<Run> runs, ITermStatistics statistics, OkapiBm25 bm25) =>
        (this.runs, this.statistics, this.bm25) = (runs, statistics, bm25);

    /// <summary>Creates the score; null for a query without adjacent words.</summary>
    /// <param name="terms">Receives the terms whose positions are needed.</param>
    public static TermDependence? Of(ScoringWords words, ITermStatistics statistics, RescoringWeights weights, WindowTerms terms)
    {
        if (weights.Pairs <= 0 || words.Neighbors.Count < 2)
            return null;
        var text = string.Join(' ', words.Neighbors);
        var runs = statistics.Languages.SelectMany(language => RunsOf(language, NewsAnalyzer.Instance.Stems(language, text))).ToList();
        return runs.Count == 0 ? null : new TermDependence(runs, statistics, weights.Bm25);

        IEnumerable<Run> RunsOf(string language, List<AnalysedWord> typed)
        {
            var number = LanguageAnalysis.NumberOf(language);
            var pairs = typed.Zip(typed.Skip(1)).Where(pair => IsPair(pair.First, pair.Second)).Take(MaxPairs)
                .Select(pair => RunOf([pair.First, pair.Second], number, weights.Pairs));
            return typed.Count < MinWordsOfSentence
                ? pairs
                : pairs.Append(RunOf([.. typed.Take(MaxPairs)], number, SentenceWeight * weights.Pairs));
        }

        // The idf of a run is the sum over its words.
        Run RunOf(AnalysedWord[] run, int language, float weight) => new(language, [.. run.Select(word => terms.WithPositions(word.Term))],
            [.. run.Select(word => word.Position - run[0].Position)], weight * run.Sum(word => statistics.Idf(word.Term, language)));
    }

    /// <summary>Computes the score of a hit; 0 or more.</summary>
    public float Of(WindowHit hit)
    {
        var sum = 0f;
        foreach (var run in runs)
        {
            if (run.Language == hit.Language && Frequency(run, hit.Positions) is var frequency and > 0)
                sum += bm25.Score(run.Idf, frequency, hit.Length, statistics.AverageLength(run.Language));
        }

        return sum;
    }

    private static bool IsPair(AnalysedWord first, AnalysedWord second) =>
        second.Position - first.Position <= MaxStopWordsBetween + 1 && first.Term != second.Term;

    /// <summary>Counts the occurrences of the words at their distances in the query.</summary>
    private static int Frequency(Run run, int[][] positions)
    {
        var count = 0;
        foreach (var start in positions[run.Terms[0]])
        {
            var next = 1;
            while (next < run.Terms.Length && Array.BinarySearch(positions[run.Terms[next]], start + run.Distances[next]) >= 0)
                next++;
            count += next == run.Terms.Length ? 1 : 0;
        }

        return count;
    }

    /// <param name="Terms">Numbers of the words in <see cref="WindowTerms"/>.</param>
    /// <param name="Distances">Distance of each word from the first, in positions.</param>
    /// <param name="Idf">Sum of the idf of the words, multiplied by the weight.</param>
    private sealed record Run(int Language, int[] Terms, int[] Distances, float Idf);
}
