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
    /// <summary>By number of the language; null for a language in which no two words stand side by side.</summary>
    private readonly Run?[] byLanguage = new Run?[LanguageSet.Capacity];

    private PhraseCoverage(IReadOnlyList<QueryWords> languages, WindowTerms terms)
    {
        foreach (var words in languages.Where(words => words.Words.Count > 1))
        {
            byLanguage[words.Language] = new Run(
                [.. words.Words.Select(word => word.Terms.Select(term => terms.Add(WindowField.Positions, term)).ToArray())],
                [.. words.Words.Select(word => word.Position)],
                [.. words.Words.Select(word => word.Idf / words.Idf)]);
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

    public float Of(in WindowHit hit)
    {
        if (hit.Positions is null || byLanguage[hit.Language] is not { } run)
            return 0;
        var best = 0f;
        for (var first = 0; first < run.Terms.Length - 1; first++)
        {
            foreach (var term in run.Terms[first])
            {
                foreach (var start in hit.Positions[term])
                    best = Math.Max(best, run.ShareFrom(first, start, hit.Positions));
            }
        }

        return best * best * best;
    }

    /// <param name="Terms">Numbers of the terms of each word.</param>
    /// <param name="At">Position of each word in the query.</param>
    /// <param name="Shares">Share of each word in the idf of all.</param>
    private sealed record Run(int[][] Terms, int[] At, float[] Shares)
    {
        /// <summary>Returns the share of the run that begins with a word at a position; 0 for a single word.</summary>
        public float ShareFrom(int first, int start, int[][] positions)
        {
            // A run that the word before would begin was measured from there.
            if (first > 0 && Stands(first - 1, start - At[first] + At[first - 1], positions))
                return 0;
            var (share, word) = (Shares[first], first + 1);
            for (; word < Terms.Length && Stands(word, start + At[word] - At[first], positions); word++)
                share += Shares[word];
            return word - first > 1 ? share : 0;
        }

        private bool Stands(int word, int position, int[][] positions)
        {
            foreach (var term in Terms[word])
            {
                if (Array.BinarySearch(positions[term], position) >= 0)
                    return true;
            }

            return false;
        }
    }
}
