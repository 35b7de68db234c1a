using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Results;
using NewsIndex.Suggesting;

namespace NewsIndex.Searching.Views;

/// <summary>
/// What an engine implements to be searched: a view of one committed generation. Members are coarse and take batches, because an engine
/// behind a network answers each with a round trip; an in-process engine computes on the calling thread. Thread-safe.
/// </summary>
internal interface IIndexView : ISpellings, IDisposable
{
    Generation Generation { get; }

    /// <summary>True when there is no article.</summary>
    bool IsEmpty { get; }

    /// <summary>Names of entities, in memory: resolving a name looks up many.</summary>
    INameDictionary Names { get; }

    /// <summary>Values that callers derive from this generation; kept as long as it is open.</summary>
    DerivedValues Derived { get; }

    /// <summary>Identity of the encoder of passages; <see cref="PassageEncoder.None"/> without embeddings of them.</summary>
    string Passages { get; }

    /// <inheritdoc cref="Engines.IArticleSearcher.DescribeAsync"/>
    ValueTask<IndexInfo> DescribeAsync(CancellationToken cancellation);

    /// <summary>Translates a query into the engine's form, with notices and the reading of its names.</summary>
    /// <exception cref="QueryTooExpensiveException">A pattern matches more words than the limit.</exception>
    /// <exception cref="GenerationUnknownException">
    /// The query asks for articles that arrived after a generation that this index never had.
    /// </exception>
    ValueTask<ITranslatedQuery> TranslateAsync(Query query, CancellationToken cancellation);

    /// <summary>Adds terms that score and select nothing; no request to the index.</summary>
    /// <param name="terms">Stems, with their boosts.</param>
    ITranslatedQuery Prefer(ITranslatedQuery query, IReadOnlyList<(string Term, float Boost)> terms);

    /// <summary>
    /// Tells for each clause whether it still restricts a query with other words; stop words of the most frequent languages do not.
    /// </summary>
    ValueTask<IReadOnlyList<bool>> RequireAsync(IReadOnlyList<Query> clauses, CancellationToken cancellation);

    /// <summary>Counts the terms and postings of a query without running it.</summary>
    ValueTask<(int Terms, long Postings)> EstimateAsync(ITranslatedQuery query, CancellationToken cancellation);

    /// <summary>Returns the first hits, with the totals that the request asks for.</summary>
    /// <param name="query">The score is its lexical score with recency.</param>
    ValueTask<IFirstHits> FirstAsync(ITranslatedQuery query, FirstHitsRequest request, CancellationToken cancellation);

    /// <summary>Reads what rescoring needs of all hits of a window, in their order.</summary>
    /// <param name="recency">Null when the recency boost is off.</param>
    ValueTask<WindowHit[]> ReadWindowAsync(
        RankedHit[] hits, WindowRescorer rescorer, Recency? recency, CancellationToken cancellation);

    /// <summary>
    /// Returns, as bits, the words of a query of which hits have a term where a field says: see <see cref="WindowTerm"/>.
    /// </summary>
    /// <param name="hits">In ascending order of their places in the index.</param>
    ValueTask<uint[]> FindWordsAsync(
        RankedHit[] hits, WindowRescorer rescorer, WindowField field, CancellationToken cancellation);

    /// <summary>
    /// Returns, by hit and word, the ascending positions of the terms of <see cref="WindowField.Positions"/>; null for other words.
    /// </summary>
    /// <param name="hits">In ascending order of their places in the index.</param>
    /// <param name="words">The words to read of each hit, as bits; <see cref="FindWordsAsync"/> found them in it.</param>
    ValueTask<int[]?[][]> ReadPositionsAsync(
        RankedHit[] hits, uint[] words, WindowRescorer rescorer, CancellationToken cancellation);

    /// <summary>Compares a query with the passages of some hits, in their order.</summary>
    /// <param name="query">Embedding by the encoder that <see cref="Passages"/> names.</param>
    /// <param name="recency">Null when the recency boost is off.</param>
    ValueTask<PassageHit[]> ReadPassagesAsync(
        IReadOnlyList<RankedHit> hits, EmbeddingDirection query, Recency? recency, CancellationToken cancellation);

    /// <summary>Returns the statistics of the words of a query.</summary>
    ValueTask<ITermStatistics> StatisticsAsync(Query query, CancellationToken cancellation);

    /// <summary>Returns the document frequencies of stems, in their order.</summary>
    ValueTask<IReadOnlyList<StemFrequency>> CountStemsAsync(IReadOnlyList<string> stems, CancellationToken cancellation);

    /// <summary>Counts hits; may answer from a cache.</summary>
    ValueTask<HitTotal> CountAsync(ITranslatedQuery query, TotalKinds wanted, CancellationToken cancellation);

    /// <summary>
    /// Tells of each query, in their order, whether it may match an article that arrived after a generation. False is certain. Takes much
    /// less than a search of each.
    /// </summary>
    /// <exception cref="GenerationUnknownException">The index never had the generation.</exception>
    ValueTask<IReadOnlyList<bool>> MayMatchAsync(IReadOnlyList<Query> queries, Generation passed, CancellationToken cancellation);

    /// <summary>Returns the number of articles of each query, in their order.</summary>
    /// <exception cref="QueryTooExpensiveException">As <see cref="TranslateAsync"/>.</exception>
    ValueTask<IReadOnlyList<long>> CountArticlesAsync(IReadOnlyList<Query> queries, CancellationToken cancellation);

    /// <summary>Groups all hits of a query.</summary>
    /// <exception cref="QueryTooExpensiveException">The timeline has too many periods.</exception>
    ValueTask<HitGroups> GroupAsync(ITranslatedQuery query, GroupRequest request, CancellationToken cancellation);

    /// <summary>Locates an article; null when there is none with this id.</summary>
    ValueTask<RankedHit?> LocateAsync(string id, CancellationToken cancellation);

    /// <summary>Reads articles, in the order of the hits.</summary>
    ValueTask<IReadOnlyList<StoredArticle>> FetchAsync(
        IReadOnlyList<RankedHit> hits, ArticleDetail detail, CancellationToken cancellation);

    /// <summary>Reads articles and what matches in them, in the order of the hits.</summary>
    /// <param name="query">Marks the matches.</param>
    /// <param name="detail">At least the body.</param>
    ValueTask<IReadOnlyList<FetchedArticle>> FetchMatchesAsync(
        IReadOnlyList<RankedHit> hits, ITranslatedQuery query, ArticleDetail detail, CancellationToken cancellation);

    /// <summary>Reads an article with its content hash; null when there is none with this id.</summary>
    ValueTask<StoredArticle?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>Reads the replaced texts of an article with their content hashes, in no order.</summary>
    ValueTask<IReadOnlyList<StoredArticle>> ListReplacedAsync(string id, CancellationToken cancellation);

    /// <summary>Scores one article; null when the query does not match it.</summary>
    /// <param name="clauses">Clauses to score alone.</param>
    /// <param name="request">Order and recency of the search.</param>
    ValueTask<ArticleScores?> ScoreAsync(
        RankedHit article, ITranslatedQuery query, IReadOnlyList<Query> clauses, FirstHitsRequest request, CancellationToken cancellation);

    /// <summary>Returns candidates for background reading, best lexical score first, near-duplicates once.</summary>
    ValueTask<IReadOnlyList<SimilarCandidate>> FindSimilarAsync(SimilarRequest request, CancellationToken cancellation);

    /// <summary>Returns the number of articles that mention each entity, in their order.</summary>
    ValueTask<IReadOnlyList<long>> CountEntitiesAsync(IReadOnlyList<EntityReference> entities, CancellationToken cancellation);

    /// <summary>Counts and dates the articles that mention an entity.</summary>
    ValueTask<EntityArticles> DescribeEntityAsync(EntityReference entity, CancellationToken cancellation);

    /// <summary>Counts the articles that an entity shares with each other entity.</summary>
    /// <param name="type">Type of the other entities; null for all.</param>
    ValueTask<EntityOverlaps> OverlapAsync(EntityReference entity, EntityType? type, CancellationToken cancellation);

    /// <summary>Returns words with a prefix and at least two articles, most frequent first.</summary>
    /// <param name="prefix">In lower case.</param>
    ValueTask<IReadOnlyList<string>> CompleteWordAsync(string prefix, int limit, CancellationToken cancellation);

    /// <summary>Returns the number of articles with each word, in their order; 1 for a word of at most one article.</summary>
    /// <param name="words">As written, in lower case.</param>
    ValueTask<WordFrequencies> CountWordsAsync(IReadOnlyList<string> words, CancellationToken cancellation);

    /// <summary>Returns sources with a word that has a prefix, most frequent first, with their numbers of articles.</summary>
    ValueTask<IReadOnlyList<(string Name, long Articles)>> CompleteSourceAsync(
        string prefix, int limit, CancellationToken cancellation);

    /// <summary>Returns labels of articles that a typed one may mean, the most similar first; see <see cref="LabelSimilarity"/>.</summary>
    ValueTask<IReadOnlyList<string>> FindSimilarLabelsAsync(ArticleLabel label, string typed, int limit, CancellationToken cancellation);

    /// <summary>Returns headlines with all words and one of the endings, newest first, near-duplicates once.</summary>
    /// <param name="words">In lower case, unstemmed.</param>
    ValueTask<IReadOnlyList<(string Id, string Headline)>> FindHeadlinesAsync(
        IReadOnlyList<string> words, IReadOnlyList<string> endings, int limit, CancellationToken cancellation);
}
