using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Analysis;
using NewsIndex.Engines;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Schema;
using NewsIndex.Ranking;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// An article that has a word in the form that was typed ranks above one that has another form of its stem: each such word adds a share of
/// what its stem scores by BM25. It selects nothing. Only articles that it could bring among the first hits are looked at.
/// </summary>
internal sealed class TypedForms
{
    /// <summary>Words that are looked at: a page of text for a query would cost more than it brings.</summary>
    private const int MostWords = 32;

    private readonly List<(Term Exact, Bm25.TextWeight Weight)> forms;
    private readonly Bm25 similarity;
    private readonly float shareOfWords;
    private readonly WindowedFrequencies[] readers;

    private TypedForms(List<(Term Exact, Bm25.TextWeight Weight)> forms, float most, float shareOfWords, Bm25 similarity)
    {
        (this.forms, this.similarity, this.shareOfWords, Most) = (forms, similarity, shareOfWords, most);
        readers = new WindowedFrequencies[forms.Count];
    }

    /// <summary>No article gets more.</summary>
    private float Most { get; }

    /// <summary>Null where it has no say: where no article has a word of the query as typed.</summary>
    public static TypedForms? Of(ScoringWords words, IndexSearcher searcher, NewsIndexOptions options)
    {
        if (options.TypedFormWeight <= 0)
            return null;
        var (reader, forms, most) = (searcher.IndexReader, new List<(Term, Bm25.TextWeight)>(), 0f);
        foreach (var word in words.Anywhere.Distinct(StringComparer.Ordinal).Take(MostWords))
        {
            var stems = StemsOf(word, reader);
            if (stems.Count == 0 || NewsAnalyzer.Instance.Analyse(IndexFields.TextExact, "", word) is not [var exact])
                continue;
            var (term, rarities) = (new Term(IndexFields.TextExact, exact.Term), Rarities(stems, reader));
            if (reader.DocFreq(term) == 0)
                continue;
            var weight =
                new Bm25.TextWeight(IndexFields.Text, null, language => rarities.GetValueOrDefault(language), options.TypedFormWeight);
            forms.Add((term, weight));
            most += options.TypedFormWeight * rarities.Values.Max() * (options.Bm25K1 + 1);
        }

        return forms.Count == 0 ? null : new TypedForms(forms, most, ShareOfWords(words, options), (Bm25)searcher.Similarity);
    }

    /// <summary>No article gets more than this, given what its words score.</summary>
    public float MostFor(float words) => Math.Min(Most, shareOfWords * words);

    public void Enter(AtomicReader segment)
    {
        for (var i = 0; i < forms.Count; i++)
            readers[i] = new WindowedFrequencies(segment, forms[i].Exact, similarity.GetSimScorer(forms[i].Weight, segment.AtomicContext));
    }

    /// <param name="doc">Of the segment entered; articles may come in any order, but those of later windows are found fastest.</param>
    public float Of(int doc)
    {
        var sum = 0f;
        foreach (var reader in readers)
            sum += reader.Score(doc);
        return sum;
    }

    /// <summary>
    /// A form never stands in an article more often than its stem, so that it adds at most its share of what the words score; unless a
    /// boost takes from that score.
    /// </summary>
    private static float ShareOfWords(ScoringWords words, NewsIndexOptions options) =>
        words.HasBoost ? float.PositiveInfinity : options.TypedFormWeight;

    /// <summary>By the number of the language; none where a language leaves the word out, or parts it.</summary>
    private static Dictionary<int, Term> StemsOf(string word, IndexReader reader) => IndexedLanguages.Of(reader)
        .Select(code => (Number: LanguageAnalysis.NumberOf(code), Words: NewsAnalyzer.Instance.Analyse(IndexFields.Text, code, word)))
        .Where(reading => reading.Words.Count == 1)
        .ToDictionary(reading => reading.Number, reading => new Term(IndexFields.Text, reading.Words[0].Term));

    private static Dictionary<int, float> Rarities(Dictionary<int, Term> stems, IndexReader reader) =>
        stems.ToDictionary(stem => stem.Key, stem => LanguageStatistics.Of(reader).Idf(stem.Value, stem.Key));
}
