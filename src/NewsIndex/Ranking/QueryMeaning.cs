using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Queries;

namespace NewsIndex.Ranking;

/// <summary>What a query is about, and how far that may count: not at all for a word or two, names and phrases, which mean themselves.</summary>
/// <param name="Share">How much of its weight meaning has: more than 0, up to 1.</param>
/// <param name="Weight">What the cosine to an article is multiplied by; more than 0.</param>
/// <param name="Words">The words that it is made of, stop words left out.</param>
public sealed record QueryMeaning(float[] Vector, float Share, float Weight, IReadOnlyList<string> Words)
{
    /// <summary>Queries of so many different words or fewer say too little to be about something.</summary>
    private const int TooFew = 2;

    /// <summary>With so many more, the whole weight counts.</summary>
    private const int Ramp = 3;

    /// <summary>A sentence or more is looked for by its words: they tell one article from another of the same matter.</summary>
    private const int TooMany = 20;

    /// <summary>With so many fewer, the whole weight counts.</summary>
    private const int RampDown = 8;

    /// <summary>Null when meaning has no say.</summary>
    /// <param name="fullWeight">See <see cref="NewsIndexOptions.MeaningWeight"/>.</param>
    /// <param name="isStopWord">Words that nearly every article has.</param>
    public static QueryMeaning? Of(Query query, float fullWeight, Func<string, bool> isStopWord)
    {
        var words = new List<string>();
        var phrases = new List<string>();
        Collect(query, words, phrases);
        List<string> different = [.. words.Where(word => !isStopWord(word)).Select(word => word.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
        var share = Math.Clamp(Math.Min((different.Count - TooFew) / (float)Ramp, (TooMany - different.Count) / (float)RampDown), 0, 1);
        return share * fullWeight <= 0 ? null : new QueryMeaning(WordVectors.Of(string.Join(' ', words.Concat(phrases))), share, share * fullWeight, different);
    }

    private static void Collect(Query query, List<string> words, List<string> phrases)
    {
        switch (query)
        {
            case Query.Word word:
                words.Add(word.Text);
                break;
            case Query.Phrase phrase:
                phrases.Add(phrase.Text);
                break;
            case Query.Compound compound:
                foreach (var clause in compound.Clauses)
                    Collect(clause, words, phrases);
                break;
            case Query.AndMaybe maybe:
                Collect(maybe.Required, words, phrases);
                Collect(maybe.Preferred, words, phrases);
                break;
            default:
                break;
        }
    }
}
