using NewsIndex.Analysis;
using NewsIndex.Embeddings;
using NewsIndex.Queries;

namespace NewsIndex.Ranking;

/// <summary>
/// Rescores the first hits: score += maximum lexical score × sum of weight × share, where each share is 0 to 1 and the maximum is that of
/// an article that repeats every query word without end. Needs no engine: hits and statistics come from one.
/// </summary>
/// <remarks>
/// Shares of one maximum make the parts comparable for queries of any length, and the score of a hit depends little on the other hits.
/// </remarks>
internal sealed class WindowRescorer
{
    /// <summary>
    /// First hits of each language in the window whose typed forms and positions are read. More change no figure of the evaluation sets.
    /// </summary>
    public const int HitsWithText = 50;

    /// <summary>Minimum distinct words for embeddings: one word is searched literally.</summary>
    private const int MinWordsOfTopic = 2;

    private readonly RankingOptions options;
    private readonly bool hasWords;

    /// <summary>Maximum lexical scores by number of the language; 0 for a language without the words.</summary>
    private readonly float[] maxScores = new float[LanguageSet.Capacity];
    private readonly EmbeddingDirection? meaning;
    private readonly WordCoverage? headline;
    private readonly WordCoverage? typedForm;
    private readonly PhraseCoverage? phrase;

    private WindowRescorer(ScoringWords words, ITermStatistics statistics, RankingOptions options)
    {
        this.options = options;
        var text = words.Text;
        var languages = QueryWords.Of(text, statistics);
        var terms = new WindowTerms();
        hasWords = languages.Count > 0;
        foreach (var each in languages)
            maxScores[each.Language] = OkapiBm25.MaxScore(each.Idf, options.Bm25K1);
        if (options.HeadlineWeight > 0)
            headline = new WordCoverage(languages, WindowField.Headline, terms, word => word.Terms);
        if (options.TypedFormWeight > 0)
            typedForm = new WordCoverage(languages, WindowField.TypedForm, terms, word => word.TypedForm is { } form ? [form] : []);
        if (options.PhraseWeight > 0 && words.Neighbors.Count > 1)
            phrase = PhraseCoverage.Of(NeighborsOf(words, text, languages, statistics), terms);
        UsesEmbeddings = options.MeaningWeight + options.TopicFeedbackWeight > 0
            && languages.Any(each => each.Language == EnglishTerms.Language && each.Words.Count >= MinWordsOfTopic);
        if (UsesEmbeddings && options.MeaningWeight > 0)
            meaning = EmbeddingDirection.Of(WordVectors.Of(text));
        Terms = terms.All;
    }

    /// <summary>Terms to look for, by number.</summary>
    public IReadOnlyList<(WindowField Field, string Term)> Terms { get; }

    /// <summary>True when the embeddings of the hits are needed: only English articles have them.</summary>
    public bool UsesEmbeddings { get; }

    /// <summary>
    /// Creates the rescorer; null for a query whose scores it could not change, and for one of phrases alone, which are meant literally.
    /// </summary>
    public static WindowRescorer? Of(Query query, ITermStatistics statistics, RankingOptions options)
    {
        var words = ScoringWords.Of(query);
        if (words.IsLiteral)
            return null;
        var rescorer = new WindowRescorer(words, statistics, options);
        return rescorer.hasWords && (rescorer.UsesEmbeddings || rescorer.Terms.Count > 0) ? rescorer : null;
    }

    /// <summary>
    /// Tells for each hit whether its text is read. Counted by language, so that articles of others do not change the order of one.
    /// </summary>
    /// <param name="languages">Numbers of the languages of the hits, in the order of the first stage.</param>
    public static bool[] HasText(IReadOnlyList<int> languages)
    {
        var read = new bool[languages.Count];
        Span<int> count = stackalloc int[LanguageSet.Capacity];
        for (var i = 0; i < read.Length; i++)
            read[i] = ++count[languages[i]] <= HitsWithText;
        return read;
    }

    /// <summary>Returns the new scores of hits; none is less than the first-stage score.</summary>
    /// <param name="window">All hits of the window, in the order of the first stage.</param>
    public float[] Score(WindowHit[] window)
    {
        var added = Added(window);
        var scores = new float[added.Length];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = window[i].Score + (added[i].Sum * window[i].AgeWeight);
        return scores;
    }

    /// <summary>Returns the additions to the scores of hits, before the recency boost.</summary>
    /// <param name="window">All hits of the window, in the order of the first stage.</param>
    public AddedScores[] Added(WindowHit[] window)
    {
        var topic = UsesEmbeddings && options.TopicFeedbackWeight > 0 ? TopicFeedback.Of(window) : null;
        var added = new AddedScores[window.Length];
        for (var i = 0; i < added.Length; i++)
            added[i] = Added(window[i], topic);
        return added;
    }

    private static IReadOnlyList<QueryWords> NeighborsOf(
        ScoringWords words, string text, IReadOnlyList<QueryWords> languages, ITermStatistics statistics)
    {
        var neighbors = string.Join(' ', words.Neighbors);
        return neighbors == text ? languages : QueryWords.Of(neighbors, statistics);
    }

    private AddedScores Added(in WindowHit hit, EmbeddingDirection? topic)
    {
        var max = maxScores[hit.Language];
        return new AddedScores(
            Scaled(options.MeaningWeight, Similarity(hit, meaning)),
            Scaled(options.TopicFeedbackWeight, Similarity(hit, topic)),
            Scaled(options.HeadlineWeight, headline?.Of(hit) ?? 0),
            Scaled(options.PhraseWeight, phrase?.Of(hit) ?? 0),
            Scaled(options.TypedFormWeight, typedForm?.Of(hit) ?? 0));

        float Scaled(float weight, float share) => max * weight * share;
    }

    private static float Similarity(in WindowHit hit, EmbeddingDirection? direction) =>
        direction is null ? 0 : Math.Max(0, hit.Vectors.BestCosine(direction));
}
