using NewsIndex.Analysis;

namespace NewsIndex.Ranking;

/// <summary>
/// The score of words that are typed side by side and stand side by side, and of all of them in their order once more: whoever types a
/// sentence looks for the article that has it. Stop words between them keep their place.
/// </summary>
/// <remarks>
/// After the ordered pairs of Metzler and Croft, "A Markov Random Field Model for Term Dependencies", SIGIR 2005.
/// </remarks>
internal sealed class PairScore
{
    /// <summary>Pairs of each language: a page of text for a query would cost more than it brings.</summary>
    private const int MaxPairs = 24;

    /// <summary>Words of a sentence, stop words not counted; fewer are pairs already.</summary>
    private const int MinWordsOfSentence = 5;

    /// <summary>
    /// The weight of a sentence beside that of a pair: 2 finds fewer sentences of digital.gov, and 4 fewer of press releases.
    /// </summary>
    private const float SentenceTimes = 3;

    /// <summary>Stop words that may stand between the two words of a pair.</summary>
    private const int MaxStopWordsBetween = 3;

    private readonly List<Run> runs;
    private readonly ITermStatistics statistics;
    private readonly OkapiBm25 bm25;

    private PairScore(List<Run> runs, ITermStatistics statistics, OkapiBm25 bm25) =>
        (this.runs, this.statistics, this.bm25) = (runs, statistics, bm25);

    /// <summary>Null for a query without two words side by side.</summary>
    /// <param name="terms">Takes the terms whose positions are needed.</param>
    public static PairScore? Of(ScoringWords words, ITermStatistics statistics, RescoringWeights weights, WindowTerms terms)
    {
        if (weights.Pairs <= 0 || words.Neighbors.Count < 2)
            return null;
        var text = string.Join(' ', words.Neighbors);
        var runs = statistics.Languages.SelectMany(language => RunsOf(language, NewsAnalyzer.Instance.Stems(language, text))).ToList();
        return runs.Count == 0 ? null : new PairScore(runs, statistics, weights.Bm25);

        IEnumerable<Run> RunsOf(string language, List<AnalysedWord> places)
        {
            var number = LanguageAnalysis.NumberOf(language);
            var pairs = places.Zip(places.Skip(1)).Where(pair => IsPair(pair.First, pair.Second)).Take(MaxPairs)
                .Select(pair => RunOf([pair.First, pair.Second], number, weights.Pairs));
            return places.Count < MinWordsOfSentence
                ? pairs
                : pairs.Append(RunOf([.. places.Take(MaxPairs)], number, SentenceTimes * weights.Pairs));
        }

        // A run is as rare as its words together.
        Run RunOf(AnalysedWord[] run, int language, float weight) => new(language, [.. run.Select(word => terms.Placed(word.Term))],
            [.. run.Select(word => word.Position - run[0].Position)], weight * run.Sum(word => statistics.Idf(word.Term, language)));
    }

    /// <summary>0 or more.</summary>
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

    /// <summary>How often the words stand at the distances that they were typed at.</summary>
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

    /// <param name="Terms">Numbers of its words, see <see cref="WindowTerms"/>.</param>
    /// <param name="Distances">Of each word from the first.</param>
    /// <param name="Idf">Multiplied by its weight.</param>
    private sealed record Run(int Language, int[] Terms, int[] Distances, float Idf);
}
