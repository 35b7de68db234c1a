namespace NewsIndex.Ranking;

/// <summary>
/// The share of a query's words that an article has in some place: the idf of those words / the idf of all words. 0 to 1.
/// </summary>
internal sealed class WordCoverage
{
    private readonly Dictionary<int, (int[][] Terms, float[] Shares)> byLanguage = [];

    /// <param name="terms">Receives the terms to look for.</param>
    /// <param name="termsOf">Terms of a word, of which any counts; empty for a word that cannot count.</param>
    public WordCoverage(
        IReadOnlyList<QueryWords> languages, WindowField field, WindowTerms terms, Func<QueryWord, IReadOnlyList<string>> termsOf)
    {
        foreach (var words in languages)
        {
            byLanguage[words.Language] = (
                [.. words.Words.Select(word => termsOf(word).Select(term => terms.Add(field, term)).ToArray())],
                [.. words.Words.Select(word => word.Idf / words.Idf)]);
        }
    }

    public float Of(WindowHit hit)
    {
        if (!byLanguage.TryGetValue(hit.Language, out var words))
            return 0;
        var share = 0f;
        for (var i = 0; i < words.Terms.Length; i++)
        {
            foreach (var term in words.Terms[i])
            {
                if (!hit.Has[term])
                    continue;
                share += words.Shares[i];
                break;
            }
        }

        return share;
    }
}
