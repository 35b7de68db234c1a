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
/// Phrases and typed forms are added apart from the others: they are dear to read, and seldom all of them can change a page.
/// </remarks>
internal sealed class WindowRescorer
{
    /// <summary>
    /// First hits of each language in the window whose typed forms and positions are read. More change no figure of the evaluation sets.
    /// </summary>
    public const int HitsWithText = 50;

    /// <summary>Minimum distinct words for embeddings: one word is searched literally.</summary>
    private const int MinWordsOfTopic = 2;

    /// <summary>Shares of all words sum to 1, up to their rounding.</summary>
    private const float MaxShare = 1.00001f;

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

    /// <summary>Terms to look for.</summary>
    public IReadOnlyList<WindowTerm> Terms { get; }

    /// <summary>True when the embeddings of the hits are needed: only English articles have them.</summary>
    public bool UsesEmbeddings { get; }

    /// <summary>True when words that stand together add to scores.</summary>
    public bool HasPhrases => phrase is not null;

    /// <summary>True when words in the typed form add to scores.</summary>
    public bool HasTypedForms => typedForm is not null;

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
    /// Returns the places of the hits whose text is read. Counted by language, so that articles of others do not change the order of one.
    /// </summary>
    /// <param name="window">All hits of the window, in the order of the first stage.</param>
    public static List<int> PlacesWithText(ReadOnlySpan<WindowHit> window)
    {
        var places = new List<int>(HitsWithText);
        Span<int> count = stackalloc int[LanguageSet.Capacity];
        for (var i = 0; i < window.Length; i++)
        {
            if (++count[window[i].Language] <= HitsWithText)
                places.Add(i);
        }

        return places;
    }

    /// <summary>Returns the additions to the scores of hits, before the recency boost, without phrases and typed forms.</summary>
    /// <param name="window">All hits of the window, in the order of the first stage.</param>
    public AddedScores[] Added(WindowHit[] window)
    {
        var topic = UsesEmbeddings && options.TopicFeedbackWeight > 0 ? TopicFeedback.Of(window) : null;
        var added = new AddedScores[window.Length];
        for (var i = 0; i < added.Length; i++)
            added[i] = Added(window[i], topic);
        return added;
    }

    /// <summary>Returns what words that stand together add to the score of a hit.</summary>
    /// <param name="positions">
    /// By word, ascending positions of the terms of <see cref="WindowField.Positions"/> in the article; null for words without.
    /// </param>
    public float PhraseOf(in WindowHit hit, int[]?[] positions) =>
        Scaled(hit, options.PhraseWeight, phrase?.Of(hit.Language, positions) ?? 0);

    /// <summary>Returns no less than <see cref="PhraseOf"/>.</summary>
    /// <param name="words">The words with a term of <see cref="WindowField.Positions"/> in the article, as bits.</param>
    public float PhraseLimitOf(in WindowHit hit, uint words) =>
        Scaled(hit, options.PhraseWeight, phrase?.LimitOf(hit.Language, words) ?? 0);

    /// <summary>Returns what words in the typed form add to the score of a hit.</summary>
    /// <param name="words">The words with a term of <see cref="WindowField.TypedForm"/> in the article, as bits.</param>
    public float TypedFormOf(in WindowHit hit, uint words) =>
        Scaled(hit, options.TypedFormWeight, typedForm?.Of(hit.Language, words) ?? 0);

    /// <summary>Returns no less than <see cref="TypedFormOf"/>.</summary>
    public float TypedFormLimitOf(in WindowHit hit) => HasTypedForms ? Scaled(hit, options.TypedFormWeight, MaxShare) : 0;

    private static IReadOnlyList<QueryWords> NeighborsOf(
        ScoringWords words, string text, IReadOnlyList<QueryWords> languages, ITermStatistics statistics)
    {
        var neighbors = string.Join(' ', words.Neighbors);
        return neighbors == text ? languages : QueryWords.Of(neighbors, statistics);
    }

    private AddedScores Added(in WindowHit hit, EmbeddingDirection? topic)
    {
        var (toMeaning, toTopic) = meaning is not null && topic is not null
            ? hit.Vectors.BestCosines(meaning, topic)
            : (Cosine(hit, meaning), Cosine(hit, topic));
        return new AddedScores(
            Scaled(hit, options.MeaningWeight, Math.Max(0, toMeaning)),
            Scaled(hit, options.TopicFeedbackWeight, Math.Max(0, toTopic)),
            Scaled(hit, options.HeadlineWeight, headline?.Of(hit.Language, hit.InHeadline) ?? 0),
            0,
            0);
    }

    private float Scaled(in WindowHit hit, float weight, float share) => maxScores[hit.Language] * weight * share;

    private static float Cosine(in WindowHit hit, EmbeddingDirection? direction) =>
        direction is null ? 0 : hit.Vectors.BestCosine(direction);
}
