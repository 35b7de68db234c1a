using NewsIndex.Analysis;

namespace NewsIndex.Ranking;

/// <summary>
/// The share of a query's words that an article has in some place: the idf of those words / the idf of all words. 0 to 1.
/// </summary>
internal sealed class WordCoverage
{
    /// <summary>By number of the language; null for a language without the words.</summary>
    private readonly WordsOfLanguage?[] byLanguage = new WordsOfLanguage?[LanguageSet.Capacity];

    /// <param name="terms">Receives the terms to look for.</param>
    /// <param name="termsOf">Terms of a word, of which any counts; empty for a word that cannot count.</param>
    public WordCoverage(
        IReadOnlyList<QueryWords> languages, WindowField field, WindowTerms terms, Func<QueryWord, IReadOnlyList<string>> termsOf)
    {
        foreach (var words in languages)
        {
            byLanguage[words.Language] = new WordsOfLanguage(
                [.. words.Words.Select(word => termsOf(word).Select(term => terms.Add(field, term)).ToArray())],
                [.. words.Words.Select(word => word.Idf / words.Idf)]);
        }
    }

    public float Of(in WindowHit hit)
    {
        if (byLanguage[hit.Language] is not { } words)
            return 0;
        var has = hit.Has.AsSpan();
        var share = 0f;
        for (var i = 0; i < words.Terms.Length; i++)
        {
            foreach (var term in words.Terms[i])
            {
                if (!has[term])
                    continue;
                share += words.Shares[i];
                break;
            }
        }

        return share;
    }

    /// <param name="Terms">Numbers of the terms of each word.</param>
    /// <param name="Shares">Share of each word in the idf of all.</param>
    private sealed record WordsOfLanguage(int[][] Terms, float[] Shares);
}
