using System.Numerics;
using NewsIndex.Analysis;

namespace NewsIndex.Ranking;

/// <summary>
/// The share of a query that stands in an article as typed: the idf of the longest run of two or more consecutive query words / the idf of
/// all words, to the third power. 0 to 1. Stop words between the words keep their distance.
/// </summary>
/// <remarks>
/// The third power separates a sentence that an article contains from word pairs, which are frequent by chance and would rank articles
/// with "foreign debt" above those about the foreign trade of the country that was asked for.
/// </remarks>
internal sealed class PhraseCoverage
{
    /// <summary>Limits are summed in another order than shares, and could be less by their rounding.</summary>
    private const float Rounding = 1.00001f;

    /// <summary>By number of the language; null for a language in which no two words stand side by side.</summary>
    private readonly Run?[] byLanguage = new Run?[LanguageSet.Capacity];

    private PhraseCoverage(IReadOnlyList<QueryWords> languages, WindowTerms terms)
    {
        foreach (var words in languages.Where(words => words.Words.Count > 1))
        {
            byLanguage[words.Language] = new Run(
                [.. words.Words.Select(word => word.Position)],
                [.. words.Words.Select(word => word.Idf / words.Idf)]);
            for (var i = 0; i < words.Words.Count; i++)
            {
                foreach (var term in words.Words[i].Terms)
                    terms.Add(WindowField.Positions, term, words.Language, i);
            }
        }
    }

    /// <summary>Creates the score; null for a query without two words that stand side by side.</summary>
    /// <param name="languages">Words that were typed side by side.</param>
    /// <param name="terms">Receives the terms whose positions are needed.</param>
    public static PhraseCoverage? Of(IReadOnlyList<QueryWords> languages, WindowTerms terms)
    {
        var coverage = new PhraseCoverage(languages, terms);
        return Array.TrueForAll(coverage.byLanguage, run => run is null) ? null : coverage;
    }

    /// <summary>Returns which words may be in a run: those that an article has with a word beside them.</summary>
    /// <param name="words">The words that an article has, as bits.</param>
    public static uint WordsOfRuns(uint words) => words & ((words << 1) | (words >> 1));

    /// <summary>Returns no less than the share of an article of a language, by the words that it has alone.</summary>
    /// <param name="words">As bits.</param>
    public float LimitOf(int language, uint words)
    {
        if (byLanguage[language] is not { } run)
            return 0;
        var (best, sum) = (0f, 0f);
        for (var left = WordsOfRuns(words); left != 0; left &= left - 1)
        {
            var word = BitOperations.TrailingZeroCount(left);
            var continues = word > 0 && (words & (1u << (word - 1))) != 0;
            best = Math.Max(best, sum = run.Shares[word] + (continues ? sum : 0));
        }

        return best * best * best * Rounding;
    }

    /// <summary>Returns the share of an article of a language.</summary>
    /// <param name="positions">Ascending positions of each word, up to the last in a run; null for words that are in none.</param>
    public float Of(int language, int[]?[] positions)
    {
        if (byLanguage[language] is not { } run)
            return 0;
        var best = 0f;
        for (var first = 0; first < positions.Length - 1; first++)
        {
            foreach (var start in positions[first] ?? [])
                best = Math.Max(best, run.ShareFrom(first, start, positions));
        }

        return best * best * best;
    }

    /// <param name="At">Position of each word in the query.</param>
    /// <param name="Shares">Share of each word in the idf of all.</param>
    private sealed record Run(int[] At, float[] Shares)
    {
        /// <summary>Returns the share of the run that begins with a word at a position; 0 for a single word.</summary>
        public float ShareFrom(int first, int start, int[]?[] positions)
        {
            // A run that the word before would begin was measured from there.
            if (first > 0 && Stands(first - 1, start - At[first] + At[first - 1], positions))
                return 0;
            var (share, word) = (Shares[first], first + 1);
            for (; word < Shares.Length && Stands(word, start + At[word] - At[first], positions); word++)
                share += Shares[word];
            return word - first > 1 ? share : 0;
        }

        private static bool Stands(int word, int position, int[]?[] positions) =>
            word < positions.Length && positions[word] is { } at && Array.BinarySearch(at, position) >= 0;
    }
}
