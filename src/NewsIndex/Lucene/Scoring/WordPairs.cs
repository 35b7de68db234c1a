using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Analysis;
using NewsIndex.Engines;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Schema;
using NewsIndex.Queries;
using LuceneQuery = Lucene.Net.Search.Query;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Words that are typed side by side and stand side by side rank an article higher, and all of them in their order once more: whoever
/// types a sentence looks for the article that has it. They select nothing. Stop words between them keep their place. After the ordered pairs of Metzler and Croft, "A Markov Random Field Model for Term Dependencies", SIGIR 2005.
/// </summary>
internal static class WordPairs
{
    /// <summary>Pairs of each language that are looked at: a page of text for a query would cost more than it brings.</summary>
    private const int Most = 24;

    /// <summary>Words of a sentence, stop words not counted; fewer are pairs already.</summary>
    private const int LeastOfSentence = 5;

    /// <summary>What a sentence counts beside its pairs: 2 finds fewer sentences of digital.gov, and 4 fewer of press releases.</summary>
    private const float SentenceTimes = 3;

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
            var places = NewsAnalyzer.Instance.Analyse(IndexFields.Text, language, string.Join(' ', words));
            foreach (var pair in Pairs(places).Take(Most))
                Add(pair, weight);
            if (places.Count >= LeastOfSentence)
                Add(Phrase(places.Take(Most)), SentenceTimes * weight);
        }

        if (preferred.Clauses.Count > 0)
            preferred.Add(found, Occur.MUST);
        return preferred.Clauses.Count > 0 ? preferred : found;

        void Add(PhraseQuery phrase, float boost)
        {
            phrase.Boost = boost;
            preferred.Add(phrase, Occur.SHOULD);
        }
    }

    private static IEnumerable<PhraseQuery> Pairs(List<AnalysedWord> words) =>
        words.Zip(words.Skip(1))
            .Where(pair => pair.Second.Position - pair.First.Position <= MostBetween + 1 && pair.First.Term != pair.Second.Term)
            .Select(pair => Phrase([pair.First, pair.Second]));

    /// <summary>Words at the distances that they were typed at.</summary>
    private static PhraseQuery Phrase(IEnumerable<AnalysedWord> words)
    {
        var phrase = new PhraseQuery();
        foreach (var word in words)
            phrase.Add(new Term(IndexFields.Text, word.Term), word.Position);
        return phrase;
    }
}
