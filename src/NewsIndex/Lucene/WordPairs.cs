using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Queries;
using LuceneQuery = Lucene.Net.Search.Query;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene;

/// <summary>
/// Words that are typed side by side and stand side by side rank an article higher; they select nothing. Stop words between them keep
/// their place. After the ordered pairs of Metzler and Croft, "A Markov Random Field Model for Term Dependencies", SIGIR 2005.
/// </summary>
internal static class WordPairs
{
    /// <summary>Pairs that are looked at: a page of text for a query would cost more than it brings.</summary>
    private const int Most = 24;

    /// <summary>Stop words that may stand between the two.</summary>
    private const int MostBetween = 3;

    /// <param name="found">What selects the articles.</param>
    /// <param name="weight">See <see cref="NewsIndexOptions.PairWeight"/>.</param>
    public static LuceneQuery Prefer(LuceneQuery found, Query query, IndexReader reader, float weight)
    {
        if (weight <= 0 || query is not Query.Compound compound)
            return found;
        var words = compound.Clauses.OfType<Query.Word>().Where(word => word.Zone == Zone.Anywhere).Select(word => word.Text).ToList();
        var preferred = new BooleanQuery();
        foreach (var language in words.Count < 2 ? [] : IndexedLanguages.Of(reader))
        {
            foreach (var pair in Of(words, language))
            {
                if (preferred.Clauses.Count == Most)
                    break;
                pair.Boost = weight;
                preferred.Add(pair, Occur.SHOULD);
            }
        }

        if (preferred.Clauses.Count > 0)
            preferred.Add(found, Occur.MUST);
        return preferred.Clauses.Count > 0 ? preferred : found;
    }

    private static IEnumerable<PhraseQuery> Of(List<string> words, string language)
    {
        (string Term, int Place)? before = null;
        for (var place = 0; place < words.Count; place++)
        {
            if (NewsAnalyzer.Instance.Analyse(Fields.Text, language, words[place]) is not [var word])
                continue;
            if (before is { } first && place - first.Place <= MostBetween + 1 && first.Term != word.Term)
            {
                var pair = new PhraseQuery();
                pair.Add(new Term(Fields.Text, first.Term), 0);
                pair.Add(new Term(Fields.Text, word.Term), place - first.Place);
                yield return pair;
            }

            before = (word.Term, place);
        }
    }
}
