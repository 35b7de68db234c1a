using System.Numerics;
using NewsIndex.Analysis;

namespace NewsIndex.Ranking;

/// <summary>
/// The share of a query's words that an article has in some place: the idf of those words / the idf of all words. 0 to 1.
/// </summary>
internal sealed class WordCoverage
{
    /// <summary>Shares of the words in the idf of all, by number of the language; null for a language without the words.</summary>
    private readonly float[]?[] sharesByLanguage = new float[LanguageSet.Capacity][];

    /// <param name="terms">Receives the terms to look for.</param>
    /// <param name="termsOf">Terms of a word, of which any counts; empty for a word that cannot count.</param>
    public WordCoverage(
        IReadOnlyList<QueryWords> languages, WindowField field, WindowTerms terms, Func<QueryWord, IReadOnlyList<string>> termsOf)
    {
        foreach (var words in languages)
        {
            sharesByLanguage[words.Language] = [.. words.Words.Select(word => word.Idf / words.Idf)];
            for (var i = 0; i < words.Words.Count; i++)
            {
                foreach (var term in termsOf(words.Words[i]))
                    terms.Add(field, term, words.Language, i);
            }
        }
    }

    /// <param name="words">The words that an article of the language has, as bits.</param>
    public float Of(int language, uint words)
    {
        var share = 0f;
        if (sharesByLanguage[language] is { } shares)
        {
            for (; words != 0; words &= words - 1)
                share += shares[BitOperations.TrailingZeroCount(words)];
        }

        return share;
    }
}
