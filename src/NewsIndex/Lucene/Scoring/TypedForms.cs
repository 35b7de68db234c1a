using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Analysis;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Schema;
using NewsIndex.Ranking;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Boosts articles with a word in the form that was typed over those with another form of its stem: score += weight × BM25 of the form,
/// with the idf of the stem. Selects nothing. Evaluated only for articles that could enter the first hits.
/// </summary>
internal sealed class TypedForms
{
    /// <summary>Maximum words; bounds the cost of very long queries.</summary>
    private const int MaxWords = 32;

    private readonly List<(Term Exact, Bm25.TextWeight Weight)> forms;
    private readonly Bm25 similarity;
    private readonly float shareOfWords;
    private readonly WindowedFrequencies[] readers;

    private TypedForms(List<(Term Exact, Bm25.TextWeight Weight)> forms, float max, float shareOfWords, Bm25 similarity)
    {
        (this.forms, this.similarity, this.shareOfWords, Max) = (forms, similarity, shareOfWords, max);
        readers = new WindowedFrequencies[forms.Count];
    }

    /// <summary>Upper bound of the boost.</summary>
    private float Max { get; }

    /// <summary>Creates the boost; null when no article has a word of the query as typed.</summary>
    public static TypedForms? Of(ScoringWords words, IndexSearcher searcher, RankingOptions options)
    {
        if (options.TypedFormWeight <= 0)
            return null;
        var (reader, forms, max) = (searcher.IndexReader, new List<(Term, Bm25.TextWeight)>(), 0f);
        foreach (var word in words.Anywhere.Distinct(StringComparer.Ordinal).Take(MaxWords))
        {
            var stems = StemsOf(word, reader);
            if (stems.Count == 0 || NewsAnalyzer.Instance.Analyse(IndexFields.TextExact, "", word) is not [var exact])
                continue;
            var (term, idf) = (new Term(IndexFields.TextExact, exact.Term), IdfOf(stems, reader));
            if (reader.DocFreq(term) == 0)
                continue;
            var weight =
                new Bm25.TextWeight(IndexFields.Text, null, language => idf.GetValueOrDefault(language), options.TypedFormWeight);
            forms.Add((term, weight));
            max += options.TypedFormWeight * idf.Values.Max() * (options.Bm25K1 + 1);
        }

        return forms.Count == 0 ? null : new TypedForms(forms, max, ShareOfWords(words, options), (Bm25)searcher.Similarity);
    }

    /// <summary>Returns the upper bound of the boost for a lexical score.</summary>
    public float MaxFor(float words) => Math.Min(Max, shareOfWords * words);

    public void Enter(AtomicReader segment)
    {
        for (var i = 0; i < forms.Count; i++)
            readers[i] = new WindowedFrequencies(segment, forms[i].Exact, similarity.GetSimScorer(forms[i].Weight, segment.AtomicContext));
    }

    /// <param name="doc">Document number in the entered segment. Articles may come in any order; ascending windows are fastest.</param>
    public float Of(int doc)
    {
        var sum = 0f;
        foreach (var reader in readers)
            sum += reader.Score(doc);
        return sum;
    }

    /// <summary>
    /// A form is never more frequent than its stem, so the boost is at most this share of the lexical score; a query boost can lower that
    /// score and lifts the bound.
    /// </summary>
    private static float ShareOfWords(ScoringWords words, RankingOptions options) =>
        words.HasBoost ? float.PositiveInfinity : options.TypedFormWeight;

    /// <summary>Stems by language number; none for languages in which the word is a stop word or has several tokens.</summary>
    private static Dictionary<int, Term> StemsOf(string word, IndexReader reader) => IndexedLanguages.Of(reader)
        .Select(code => (Number: LanguageAnalysis.NumberOf(code), Words: NewsAnalyzer.Instance.Analyse(IndexFields.Text, code, word)))
        .Where(reading => reading.Words.Count == 1)
        .ToDictionary(reading => reading.Number, reading => new Term(IndexFields.Text, reading.Words[0].Term));

    private static Dictionary<int, float> IdfOf(Dictionary<int, Term> stems, IndexReader reader) =>
        stems.ToDictionary(stem => stem.Key, stem => LanguageStatistics.Of(reader).Idf(stem.Value, stem.Key));
}
