using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Lucene.Counting;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Evaluation;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Translation;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Results;
using NewsIndex.Searching.Views;
using Query = NewsIndex.Queries.Query;

namespace NewsIndex.Lucene.Views;

/// <summary>A snapshot of a Lucene index under some corrections. Computes on the calling thread.</summary>
/// <param name="snapshot">Acquired by the caller and released with this object.</param>
internal sealed class LuceneIndexView(IndexSnapshot snapshot, NewsIndexOptions options, EntityCorrections corrections) : IIndexView
{
    private readonly IndexedNames names = new(snapshot.Reader);
    private readonly ArticleReader articles = new(snapshot.Reader);

    public Generation Generation => snapshot.Generation;

    public bool IsEmpty => snapshot.Reader.NumDocs == 0;

    public INameDictionary Names => names;

    public DerivedValues Derived => snapshot.Reader.Derived;

    public string Passages { get; } = CommitData.PassagesOf(snapshot.Reader.IndexCommit.UserData);

    public ValueTask<IndexInfo> DescribeAsync(CancellationToken cancellation) => ValueTask.FromResult(snapshot.Info);

    public ValueTask<ITranslatedQuery> TranslateAsync(Query query, CancellationToken cancellation)
    {
        var plan = Translate(query, cancellation);
        return ValueTask.FromResult<ITranslatedQuery>(new TranslatedQuery(query, plan, plan.Query));
    }

    public ITranslatedQuery Prefer(ITranslatedQuery query, IReadOnlyList<(string Term, float Boost)> terms)
    {
        var translated = TranslatedQuery.Of(query);
        var preferred = new BooleanQuery { { translated.Ranked, Occur.MUST } };
        foreach (var (term, boost) in terms)
            preferred.Add(new TermQuery(new Term(IndexFields.Text, term)) { Boost = boost }, Occur.SHOULD);
        return translated with { Ranked = preferred };
    }

    public ValueTask<IReadOnlyList<bool>> RequireAsync(IReadOnlyList<Query> clauses, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<bool>>(
            [.. clauses.Select(clause => PlanToLucene.Requires(clause, snapshot.Reader, options.Limits, corrections, cancellation))]);

    public ValueTask<(int Terms, long Postings)> EstimateAsync(ITranslatedQuery query, CancellationToken cancellation)
    {
        // Patterns and names are the same for all language groups and are looked up once.
        var leaves = TranslatedQuery.Of(query).Plan.Parts.SelectMany(part => part.Marks).SelectMany(mark => mark.Leaves)
            .DistinctBy(leaf => (leaf.Field, string.Join(' ', leaf.Words.Order(StringComparer.Ordinal)))).ToList();
        return ValueTask.FromResult((
            leaves.Sum(leaf => leaf.Words.Count),
            leaves.Sum(leaf => leaf.Words.Sum(word => (long)snapshot.Reader.DocFreq(new Term(leaf.Field, word))))));
    }

    public ValueTask<IFirstHits> FirstAsync(ITranslatedQuery query, FirstHitsRequest request, CancellationToken cancellation)
    {
        var translated = TranslatedQuery.Of(query);
        if (request is { Order: not HitOrder.Relevance, CopiesOnce: false })
            return ValueTask.FromResult<IFirstHits>(FirstByDate(translated, request, cancellation));
        var top = new TopArticles(snapshot.Reader, request.Order, request.Count, request.After, RecencyOf(request),
            request.CopiesOnce, cancellation, request.Window);
        var ranked = snapshot.Searcher.Rewrite(translated.Ranked);
        var total = request.Order == HitOrder.Relevance && FirstArticles.CanRank(snapshot.Searcher, ranked)
            ? Totals(cancellation).CountBeside(
                new FirstArticles(snapshot.Searcher, top, cancellation), ranked, translated.Source, request.Totals)
            : Totals(cancellation).CountBeside(top, ranked, translated.Source, request.Totals);
        return ValueTask.FromResult<IFirstHits>(new LuceneFirstHits(top, total));
    }

    public ValueTask<WindowHit[]> ReadWindowAsync(
        RankedHit[] hits, WindowRescorer rescorer, Recency? recency, CancellationToken cancellation) =>
        ValueTask.FromResult(new WindowReader(snapshot.Reader, rescorer, ColumnOf(recency), cancellation).Read(hits));

    public ValueTask<uint[]> FindWordsAsync(
        RankedHit[] hits, WindowRescorer rescorer, WindowField field, CancellationToken cancellation) =>
        ValueTask.FromResult(new WindowTextReader(snapshot.Reader, rescorer, cancellation).FindWords(hits, field));

    public ValueTask<int[]?[][]> ReadPositionsAsync(
        RankedHit[] hits, uint[] words, WindowRescorer rescorer, CancellationToken cancellation) =>
        ValueTask.FromResult(new WindowTextReader(snapshot.Reader, rescorer, cancellation).ReadPositions(hits, words));

    public ValueTask<PassageHit[]> ReadPassagesAsync(
        IReadOnlyList<RankedHit> hits, EmbeddingDirection query, Recency? recency, CancellationToken cancellation) =>
        ValueTask.FromResult(new PassageReader(snapshot.Reader, ColumnOf(recency), cancellation).Read(hits, query));

    public ValueTask<ITermStatistics> StatisticsAsync(Query query, CancellationToken cancellation) =>
        ValueTask.FromResult<ITermStatistics>(new TextStatistics(snapshot.Reader));

    public ValueTask<IReadOnlyList<StemFrequency>> CountStemsAsync(IReadOnlyList<string> stems, CancellationToken cancellation)
    {
        var statistics = LanguageStatistics.Of(snapshot.Reader);
        return ValueTask.FromResult<IReadOnlyList<StemFrequency>>([.. stems.Select(FrequencyOf)]);

        StemFrequency FrequencyOf(string stem)
        {
            cancellation.ThrowIfCancellationRequested();
            var term = new Term(IndexFields.Text, stem);
            return new StemFrequency(
                snapshot.Reader.DocFreq(term), statistics.Articles(LanguageAnalysis.NumberOfTerm(term.Bytes)));
        }
    }

    public ValueTask<HitTotal> CountAsync(ITranslatedQuery query, TotalKinds wanted, CancellationToken cancellation) =>
        ValueTask.FromResult(Totals(cancellation).Count(query.Source, TranslatedQuery.Of(query).Plan.Query, wanted));

    public ValueTask<IReadOnlyList<bool>> MayMatchAsync(IReadOnlyList<Query> queries, Generation passed, CancellationToken cancellation)
    {
        RefuseUnknown(new Query.ArrivedAfter(passed));
        var required = new IReadOnlyList<Term>?[queries.Count];
        for (var i = 0; i < required.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            required[i] = RequiredTerms.Of(queries[i], snapshot.Reader, options.Limits, corrections, cancellation);
        }

        var arrived = new ArrivedTerms(snapshot.Reader, passed, cancellation).Among(required.SelectMany(terms => terms ?? []));
        return ValueTask.FromResult<IReadOnlyList<bool>>(Array.ConvertAll(required, terms => terms?.Any(arrived.Contains) ?? true));
    }

    public ValueTask<IReadOnlyList<long>> CountArticlesAsync(IReadOnlyList<Query> queries, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<long>>([.. queries.Select(query => CountArticles(query, cancellation))]);

    public ValueTask<HitGroups> GroupAsync(ITranslatedQuery query, GroupRequest request, CancellationToken cancellation) =>
        ValueTask.FromResult(
            new GroupCounter(snapshot, corrections, cancellation).Count(TranslatedQuery.Of(query).Plan, request));

    public ValueTask<RankedHit?> LocateAsync(string id, CancellationToken cancellation) => ValueTask.FromResult(articles.Locate(id));

    public ValueTask<IReadOnlyList<StoredArticle>> FetchAsync(
        IReadOnlyList<RankedHit> hits, ArticleDetail detail, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<StoredArticle>>(articles.Read(hits, detail, cancellation));

    public ValueTask<IReadOnlyList<FetchedArticle>> FetchMatchesAsync(
        IReadOnlyList<RankedHit> hits, ITranslatedQuery query, ArticleDetail detail, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<FetchedArticle>>(
            articles.Read(hits, TranslatedQuery.Of(query).Plan, detail, cancellation));

    public ValueTask<StoredArticle?> FindAsync(string id, CancellationToken cancellation) =>
        ValueTask.FromResult(articles.ReadAll(IndexFields.Id, id).FirstOrDefault());

    public ValueTask<IReadOnlyList<StoredArticle>> ListReplacedAsync(string id, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<StoredArticle>>([.. articles.ReadAll(IndexFields.RevisionOf, id)]);

    public ValueTask<ArticleScores?> ScoreAsync(
        RankedHit article, ITranslatedQuery query, IReadOnlyList<Query> clauses, FirstHitsRequest request, CancellationToken cancellation)
    {
        var translated = TranslatedQuery.Of(query);
        return ValueTask.FromResult(new ArticleScorer(snapshot.Searcher, article).Score(
            translated.Ranked,
            clauses.Select(clause => clause is Query.Not
                ? null
                : PlanToLucene.TranslatePart(clause, snapshot.Reader, options.Limits, corrections, cancellation)),
            RecencyOf(request)));
    }

    public ValueTask<IReadOnlyList<SimilarCandidate>> FindSimilarAsync(SimilarRequest request, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<SimilarCandidate>>(new CandidateSearch(snapshot, cancellation).Find(request));

    public ValueTask<IReadOnlyList<long>> CountEntitiesAsync(
        IReadOnlyList<EntityReference> entities, CancellationToken cancellation) =>
        ValueTask.FromResult(new EntityCounter(snapshot, corrections, cancellation).Count(entities));

    public ValueTask<EntityArticles> DescribeEntityAsync(EntityReference entity, CancellationToken cancellation) =>
        ValueTask.FromResult(new EntityCounter(snapshot, corrections, cancellation).Describe(entity));

    public ValueTask<EntityOverlaps> OverlapAsync(EntityReference entity, EntityType? type, CancellationToken cancellation) =>
        ValueTask.FromResult(new EntityCounter(snapshot, corrections, cancellation).Overlap(entity, type));

    public ValueTask<IReadOnlyList<string>> CompleteWordAsync(string prefix, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<string>>(
            WordDictionary.Of(snapshot.Reader).WithPrefix(prefix, limit).ConvertAll(word => word.Word));

    public ValueTask<WordFrequencies> CountWordsAsync(IReadOnlyList<string> words, CancellationToken cancellation) =>
        ValueTask.FromResult(new WordFrequencies(
            CountArticles(new Query.Everything(), cancellation), [.. words.Select(WordDictionary.Of(snapshot.Reader).ArticlesWith)]));

    public ValueTask<IReadOnlyList<(string Name, long Articles)>> CompleteSourceAsync(
        string prefix, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<(string, long)>>(
            [.. SourceDictionary.Of(snapshot.Reader).WithPrefix(prefix).Take(limit)]);

    public ValueTask<IReadOnlyList<string>> FindSimilarLabelsAsync(
        ArticleLabel label, string typed, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<string>>(
        [
            .. (label == ArticleLabel.Source
                ? SourceDictionary.Of(snapshot.Reader).Like(LabelFields.Normalise(typed))
                : IndexedLabels.Like(snapshot.Reader, label, typed)).Take(limit),
        ]);

    public ValueTask<IReadOnlyList<(string Id, string Headline)>> FindHeadlinesAsync(
        IReadOnlyList<string> words, IReadOnlyList<string> endings, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(new HeadlineSearch(snapshot, cancellation).Find(words, endings, limit));

    public ValueTask<int> CountSpellingAsync(string word, CancellationToken cancellation) =>
        ValueTask.FromResult(snapshot.Reader.DocFreq(new Term(IndexFields.TextExact, word)));

    public ValueTask<IReadOnlyList<(string Word, int Articles)>> FindNearAsync(
        string word, int edits, int moreThan, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<(string, int)>>(
            [.. IndexedSpellings.Near(snapshot.Reader, word, edits, moreThan, cancellation)]);

    public void Dispose() => snapshot.Release();

    private LucenePlan Translate(Query query, CancellationToken cancellation)
    {
        RefuseUnknown(query);
        return PlanToLucene.Translate(query, snapshot.Reader, options.Limits, corrections, cancellation);
    }

    private void RefuseUnknown(Query query)
    {
        if (query is Query.ArrivedAfter { Generation: var asked } && asked != snapshot.Generation
            && !PassedGenerations.Contains(snapshot.Reader, asked))
            throw new GenerationUnknownException(asked, snapshot.Generation);
        var parts = query.Parts;
        for (var i = 0; i < parts.Count; i++)
            RefuseUnknown(parts[i]);
    }

    private long CountArticles(Query query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var count = new TotalHitCountCollector();
        snapshot.Searcher.Search(Translate(query, cancellation).Query, count);
        return count.TotalHits;
    }

    private DatedFirstHits FirstByDate(TranslatedQuery query, FirstHitsRequest request, CancellationToken cancellation)
    {
        using var found = ArticleSet.Of(snapshot.Searcher, query.Plan.Query, cancellation);
        var page = new DatedArticles(snapshot.Reader, request.Order, request.Count, request.After, cancellation);
        foreach (var segment in snapshot.Reader.Leaves)
            page.Add(segment, found.Segment(segment.Ord));
        return new DatedFirstHits(page, request.After, Totals(cancellation).CountFound(found, query.Source, request.Totals));
    }

    private SearchTotals Totals(CancellationToken cancellation) =>
        new(snapshot.Searcher, corrections, options.Snapshots.KnownTotals, cancellation);

    private static RecencyColumn? RecencyOf(FirstHitsRequest request) =>
        request.Order == HitOrder.Relevance ? ColumnOf(request.Recency) : null;

    private static RecencyColumn? ColumnOf(Recency? recency) => recency is null ? null : new RecencyColumn(recency);
}
