using System.Runtime.CompilerServices;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Results;
using NewsIndex.Searching.Views;
using NewsIndex.Suggesting;
using NewsSearch.Tests.Backends;
using NewsSearch.Tests.Entities;

namespace NewsSearch.Tests.Searching;

/// <summary>One generation of <see cref="ListedArticles"/>. The lexical score is the number of occurrences of the words.</summary>
internal sealed class ListedView(IReadOnlyList<Article> articles, Generation generation, Action<string> log, Action dispose) : IIndexView
{
    /// <summary>The numbers of all totals, which are exact here, are said to be approximate.</summary>
    private const CountRelation Relation = CountRelation.Approximate;

    private readonly List<List<AnalysedWord>> stems =
        [.. articles.Select(article => NewsAnalyzer.Instance.Stems("en", article.Headline + "\n\n" + article.Body))];

    private readonly List<HashSet<string>> words =
        [.. articles.Select(article => ArticleWords.Of(article).Select(word => word.Word).ToHashSet(StringComparer.Ordinal))];

    public Generation Generation => generation;

    public bool IsEmpty => articles.Count == 0;

    public INameDictionary Names { get; } = new ListedNames();

    public DerivedValues Derived { get; } = new();

    public string Passages => "none";

    public ValueTask<IndexInfo> DescribeAsync(CancellationToken cancellation) => Answer(new IndexInfo(
        articles.Count, 0, null, null, articles.Count, articles.Count, [], [], new Dictionary<EntityType, long>(), 0, 0, generation,
        "none", "", "none"));

    public ValueTask<ITranslatedQuery> TranslateAsync(Query query, CancellationToken cancellation) =>
        Answer<ITranslatedQuery>(new ListedQuery(query, []));

    public ITranslatedQuery Prefer(ITranslatedQuery query, IReadOnlyList<(string Term, float Boost)> terms) =>
        new ListedQuery(query.Source, terms);

    public ValueTask<IReadOnlyList<bool>> RequireAsync(IReadOnlyList<Query> clauses, CancellationToken cancellation) =>
        Answer<IReadOnlyList<bool>>([.. clauses.Select(_ => true)]);

    public ValueTask<(int Terms, long Postings)> EstimateAsync(ITranslatedQuery query, CancellationToken cancellation) =>
        Answer((query.Source.LeafCount, (long)Found(query.Source).Count));

    public ValueTask<IFirstHits> FirstAsync(ITranslatedQuery query, FirstHitsRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var hits = Found(query.Source).ConvertAll(i => new RankedHit(0, 0, i, 0).WithScore(ScoreOf(query, i)));
        return Answer<IFirstHits>(new ListedHits(hits, request, TotalOf(hits.Count), i => articles[i].Id));
    }

    public ValueTask<WindowHit[]> ReadWindowAsync(
        RankedHit[] hits, WindowRescorer rescorer, Recency? recency, CancellationToken cancellation) =>
        Answer(Array.ConvertAll(hits, hit => new WindowHit(
            hit.Score, 1, EnglishTerms.Language, default,
            WordsOf(rescorer, WindowField.Headline, term => HasInHeadline(term, hit.Doc)))));

    public ValueTask<uint[]> FindWordsAsync(
        RankedHit[] hits, WindowRescorer rescorer, WindowField field, CancellationToken cancellation) =>
        Answer(hits.Select(hit => WordsOf(rescorer, field, term => PositionsOf(term, hit.Doc).Length > 0)).ToArray());

    public ValueTask<int[]?[][]> ReadPositionsAsync(
        RankedHit[] hits, uint[] words, WindowRescorer rescorer, CancellationToken cancellation) =>
        Answer(hits.Select((hit, i) => Enumerable.Range(0, 32).Select(word => (words[i] & (1u << word)) == 0
            ? null
            : rescorer.Terms.Where(term => term.Field == WindowField.Positions && (term.WordsOf(EnglishTerms.Language) & (1u << word)) != 0)
                .SelectMany(term => PositionsOf(term.Term, hit.Doc)).Order().ToArray()).ToArray()).ToArray());

    public ValueTask<PassageHit[]> ReadPassagesAsync(
        IReadOnlyList<RankedHit> hits, EmbeddingDirection query, Recency? recency, CancellationToken cancellation) =>
        Answer(hits.Select(_ => new PassageHit(null, 1)).ToArray());

    public ValueTask<ITermStatistics> StatisticsAsync(Query query, CancellationToken cancellation) =>
        Answer<ITermStatistics>(new ListedStatistics(stems));

    public ValueTask<IReadOnlyList<StemFrequency>> CountStemsAsync(IReadOnlyList<string> stems, CancellationToken cancellation) =>
        Answer<IReadOnlyList<StemFrequency>>(
            [.. stems.Select(stem => new StemFrequency(this.stems.Count(each => each.Exists(word => word.Term == stem)), articles.Count))]);

    public ValueTask<HitTotal> CountAsync(ITranslatedQuery query, TotalKinds wanted, CancellationToken cancellation) =>
        Answer(TotalOf(Found(query.Source).Count));

    /// <summary>Rules nothing out.</summary>
    public ValueTask<IReadOnlyList<bool>> MayMatchAsync(IReadOnlyList<Query> queries, Generation passed, CancellationToken cancellation) =>
        Answer<IReadOnlyList<bool>>([.. queries.Select(_ => true)]);

    public ValueTask<IReadOnlyList<long>> CountArticlesAsync(IReadOnlyList<Query> queries, CancellationToken cancellation) =>
        Answer<IReadOnlyList<long>>([.. queries.Select(query => (long)Found(query).Count)]);

    public ValueTask<HitGroups> GroupAsync(ITranslatedQuery query, GroupRequest request, CancellationToken cancellation)
    {
        var found = Found(query.Source);
        var facets = request.Facets.Select(field => FacetOf(field, found, request.Limit));
        return Answer(new HitGroups(TotalOf(found.Count), [.. facets], null)
        {
            Sample = [.. found.Take(request.Sample).Select(i => new RankedHit(0, 0, i, 0))],
        });
    }

    public ValueTask<RankedHit?> LocateAsync(string id, CancellationToken cancellation) =>
        Answer(IndexOf(id) is var i and >= 0 ? new RankedHit(0, 0, i, 0) : (RankedHit?)null);

    public ValueTask<IReadOnlyList<StoredArticle>> FetchAsync(
        IReadOnlyList<RankedHit> hits, ArticleDetail detail, CancellationToken cancellation) =>
        Answer<IReadOnlyList<StoredArticle>>([.. hits.Select(hit => Stored(articles[hit.Doc]))]);

    public ValueTask<IReadOnlyList<FetchedArticle>> FetchMatchesAsync(
        IReadOnlyList<RankedHit> hits, ITranslatedQuery query, ArticleDetail detail, CancellationToken cancellation) =>
        Answer<IReadOnlyList<FetchedArticle>>([.. hits.Select(hit => Fetched(articles[hit.Doc], query))]);

    public ValueTask<StoredArticle?> FindAsync(string id, CancellationToken cancellation) =>
        Answer(IndexOf(id) is var i and >= 0 ? Stored(articles[i]) : null);

    public ValueTask<IReadOnlyList<StoredArticle>> ListReplacedAsync(string id, CancellationToken cancellation) =>
        Answer<IReadOnlyList<StoredArticle>>([]);

    public ValueTask<ArticleScores?> ScoreAsync(
        RankedHit article, ITranslatedQuery query, IReadOnlyList<Query> clauses, FirstHitsRequest request,
        CancellationToken cancellation) =>
        Answer(ReferenceSearch.Matches(query.Source, articles[article.Doc])
            ? new ArticleScores(ScoreOf(query, article.Doc), ScoresOf(clauses, article.Doc), null)
            : null);

    public ValueTask<IReadOnlyList<SimilarCandidate>> FindSimilarAsync(SimilarRequest request, CancellationToken cancellation)
    {
        var query = new ListedQuery(new Query.Everything(), request.Words);
        var hits = Enumerable.Range(0, articles.Count).Where(i => i != request.Article.Doc)
            .Select(i => new RankedHit(0, ScoreOf(query, i), i, 0)).Where(hit => hit.Score > 0)
            .OrderByDescending(hit => hit.Score).ToList();
        return Answer<IReadOnlyList<SimilarCandidate>>(
            [.. hits.Take(request.Count).Select(hit => new SimilarCandidate(hit, articles[hit.Doc].Id, 0, null))]);
    }

    public ValueTask<IReadOnlyList<long>> CountEntitiesAsync(
        IReadOnlyList<EntityReference> entities, CancellationToken cancellation) =>
        Answer<IReadOnlyList<long>>([.. entities.Select(_ => 0L)]);

    public ValueTask<EntityArticles> DescribeEntityAsync(EntityReference entity, CancellationToken cancellation) =>
        Answer(new EntityArticles(0, null, null, 0));

    public ValueTask<EntityOverlaps> OverlapAsync(EntityReference entity, EntityType? type, CancellationToken cancellation) =>
        Answer(new EntityOverlaps(0, articles.Count, []));

    public ValueTask<IReadOnlyList<string>> CompleteWordAsync(string prefix, int limit, CancellationToken cancellation) =>
        Answer<IReadOnlyList<string>>([.. words.SelectMany(each => each).Where(word => word.StartsWith(prefix, StringComparison.Ordinal))
            .Distinct().Where(word => CountOf(word) > 1).OrderByDescending(CountOf).ThenBy(word => word, StringComparer.Ordinal)
            .Take(limit)]);

    public ValueTask<WordFrequencies> CountWordsAsync(IReadOnlyList<string> words, CancellationToken cancellation) =>
        Answer(new WordFrequencies(articles.Count, [.. words.Select(word => Math.Max(1, CountOf(word)))]));

    public ValueTask<IReadOnlyList<(string Name, long Articles)>> CompleteSourceAsync(
        string prefix, int limit, CancellationToken cancellation) =>
        Answer<IReadOnlyList<(string, long)>>([.. Sources(articles).Where(source => IsLike(source.Name, prefix)).Take(limit)]);

    public ValueTask<IReadOnlyList<string>> FindSimilarLabelsAsync(
        ArticleLabel label, string typed, int limit, CancellationToken cancellation) =>
        Answer<IReadOnlyList<string>>(label == ArticleLabel.Source
            ? [.. Sources(articles).Select(source => source.Name)
                .Where(name => LabelSimilarity.Rank(EntityName.Normalise(name), EntityName.Normalise(typed)) is not null).Take(limit)]
            : []);

    public ValueTask<IReadOnlyList<(string Id, string Headline)>> FindHeadlinesAsync(
        IReadOnlyList<string> words, IReadOnlyList<string> endings, int limit, CancellationToken cancellation) =>
        Answer<IReadOnlyList<(string, string)>>([.. articles.Select(article => (article, all: WordsOf(article.Headline)))
            .Where(each => words.All(each.all.Contains) && endings.Any(each.all.Contains)).Take(limit)
            .Select(each => (each.article.Id, each.article.Headline))]);

    public ValueTask<int> CountSpellingAsync(string word, CancellationToken cancellation) => Answer(CountOf(word));

    public ValueTask<IReadOnlyList<(string Word, int Articles)>> FindNearAsync(
        string word, int edits, int moreThan, CancellationToken cancellation) =>
        Answer<IReadOnlyList<(string, int)>>([.. words.SelectMany(each => each).Distinct()
            .Where(each => each[0] == word[0] && EditDistance.IsWithin(each, word, edits) && CountOf(each) > moreThan)
            .Select(each => (each, CountOf(each)))]);

    public void Dispose() => dispose();

    private ValueTask<T> Answer<T>(T answer, [CallerMemberName] string member = "")
    {
        log(member);
        return ValueTask.FromResult(answer);
    }

    private static uint WordsOf(WindowRescorer rescorer, WindowField field, Func<string, bool> has) =>
        rescorer.Terms.Where(term => term.Field == field && has(term.Term))
            .Aggregate(0u, (words, term) => words | term.WordsOf(EnglishTerms.Language));

    private int[] PositionsOf(string term, int article) =>
        [.. stems[article].Where(stem => stem.Term == term).Select(stem => stem.Position)];

    private bool HasInHeadline(string term, int article) => EnglishTerms.Of(articles[article].Headline).Contains(term);

    private List<float> ScoresOf(IEnumerable<Query> clauses, int article) =>
        [.. clauses.Select(clause => ScoreOf(new ListedQuery(clause, []), article))];

    private int IndexOf(string id) => articles.ToList().FindIndex(article => article.Id == id);

    private List<int> Found(Query query) =>
        [.. Enumerable.Range(0, articles.Count).Where(i => ReferenceSearch.Matches(query, articles[i]))];

    private static HitTotal TotalOf(long articles) => new(articles, articles, 1) { Relation = Relation };

    private float ScoreOf(ITranslatedQuery query, int article)
    {
        var words = ScoringWords.Of(query.Source).All.SelectMany(EnglishTerms.Of).Select(term => (Term: term, Boost: 1f));
        return words.Concat(((ListedQuery)query).Preferred)
            .Sum(each => each.Boost * stems[article].Count(stem => stem.Term == each.Term));
    }

    private static FetchedArticle Fetched(Article article, ITranslatedQuery query)
    {
        var marked = Marked(query.Source).ToHashSet(StringComparer.Ordinal);
        var ranges = ArticleWords.Of(article).Where(word => marked.Contains(word.Word)).Select(word => word.Range).ToList();
        var body = ArticleWords.BodyOffset(article);
        return new FetchedArticle(
            Stored(article),
            [.. ranges.Where(range => range.End <= article.Headline.Length)],
            [.. ranges.Where(range => range.Start >= body && range.End > article.Headline.Length)
                .Select(range => new TextRange(range.Start - body, range.End - body))]);
    }

    private static IEnumerable<string> Marked(Query query) => query switch
    {
        Query.Word word => [word.Text],
        Query.Not => [],
        _ => query.Parts.SelectMany(Marked),
    };

    private static StoredArticle Stored(Article article) => new(article, "", DateTimeOffset.UnixEpoch, 1, article.Id);

    private Facet FacetOf(FacetField field, List<int> found, int limit)
    {
        Assert.Equal(FacetField.Source, field);
        var sources = Sources([.. found.Select(i => articles[i])]);
        return new Facet(field, [.. sources.Take(limit).Select(each => new FacetValue(each.Name, each.Name, each.Articles))], sources.Count)
        {
            Relation = Relation,
        };
    }

    private static List<(string Name, long Articles)> Sources(IReadOnlyList<Article> articles) =>
        [.. articles.GroupBy(article => article.Source ?? "").Select(group => (group.Key, (long)group.Count()))
            .OrderByDescending(source => source.Item2).ThenBy(source => source.Key, StringComparer.Ordinal)];

    private static bool IsLike(string source, string prefix) => EntityName.Normalise(source).StartsWith(prefix, StringComparison.Ordinal);

    private int CountOf(string word) => words.Count(each => each.Contains(word));

    private static HashSet<string> WordsOf(string text) =>
        [.. NewsAnalyzer.Instance.Analyse("text.exact", "", text).Select(word => word.Term)];

    /// <param name="Preferred">Stems that score besides the words of the query.</param>
    private sealed record ListedQuery(Query Source, IReadOnlyList<(string Term, float Boost)> Preferred) : ITranslatedQuery
    {
        public IReadOnlyList<EntityReading> Entities => [];

        public IReadOnlyList<string> Notices => ["Listed articles have no entities."];
    }

    private sealed class ListedStatistics(List<List<AnalysedWord>> stems) : ITermStatistics
    {
        public IReadOnlyList<string> Languages => [EnglishTerms.Code];

        public float Idf(string term, int language) =>
            OkapiBm25.Idf(stems.Count, stems.Count(each => each.Exists(stem => stem.Term == term)));
    }
}
