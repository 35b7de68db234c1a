using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Counting;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Translation;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Results;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Searching;

/// <summary>Answers plans from one generation: translate, rank, read the hits.</summary>
internal sealed class RankedSearch(IndexSnapshot snapshot, NewsIndexOptions options, EntityCorrections corrections)
{
    /// <summary>Passages of the body that are shown with a hit.</summary>
    private const int Passages = 2;

    /// <exception cref="GenerationUnknownException">What came after a state is asked for that the index was never in.</exception>
    public LucenePlan Translate(Query query, CancellationToken cancellation)
    {
        RefuseUnknown(query);
        return PlanToLucene.Translate(query, snapshot.Reader, options.Limits, corrections, cancellation);
    }

    private void RefuseUnknown(Query query)
    {
        if (query is Query.ArrivedAfter { Generation: var asked } && asked != snapshot.Generation
            && !PassedGenerations.Contains(snapshot.Reader, asked))
            throw new GenerationUnknownException(asked, snapshot.Generation);
        foreach (var part in query.Parts)
            RefuseUnknown(part);
    }

    /// <summary>A clause as it is beside others: one of stop words alone is nothing.</summary>
    public LuceneQuery TranslatePart(Query clause, CancellationToken cancellation) =>
        PlanToLucene.TranslatePart(clause, snapshot.Reader, options.Limits, corrections, cancellation);

    /// <summary>Whether a clause asks for anything beside others that have words.</summary>
    public bool Requires(Query clause, CancellationToken cancellation) =>
        PlanToLucene.Requires(clause, snapshot.Reader, options.Limits, corrections, cancellation);

    /// <summary>A first page without hits says why.</summary>
    public HitPage Search(QueryPlan plan, CancellationToken cancellation)
    {
        var page = Page(plan, cancellation);
        return page.Total.Articles == 0 && page.Hits.Count == 0 && plan.After is null && (plan.Totals & TotalKinds.Articles) != 0
            ? page with { Empty = WhyEmpty(plan.Query, cancellation) }
            : page;
    }

    /// <inheritdoc cref="EmptyResultSearch.Explain"/>
    public EmptyResult? WhyEmpty(Query query, CancellationToken cancellation) =>
        new EmptyResultSearch(snapshot, this, cancellation).Explain(query);

    /// <summary>A page that does not say why it is empty.</summary>
    public HitPage Page(QueryPlan plan, CancellationToken cancellation)
    {
        var lucene = Translate(plan.Query, cancellation);
        if (plan.PageSize == 0)
            return new HitPage([], Totals(cancellation).Count(plan.Query, lucene.Query, plan.Totals), null, snapshot.Generation, lucene.Notices) { Entities = lucene.Entities };

        // One more than the page tells whether there is another.
        var (meaning, ranked) = (MeaningOf(plan), Ranked(plan, lucene, cancellation));
        var parts = PartsOf(plan, meaning);
        var (found, top, total) = RelatedRanking.Of(meaning, snapshot.Searcher, options) is { } related
            ? FindWithRelated(plan, ranked, parts, related, cancellation)
            : Find(plan, ranked, parts, plan.PageSize + 1, plan.After, plan.Totals, cancellation);
        var page = found.Take(plan.PageSize).ToList();
        var hits = page.ConvertAll(hit => ToHit(hit, top.IdOf(hit), lucene, plan.Detail));
        var next = found.Count > plan.PageSize ? hits[^1].Cursor : null;
        return new HitPage(hits, total, next, snapshot.Generation, lucene.Notices) { Entities = lucene.Entities };
    }

    private (List<TopArticle> Hits, TopArticles Top, HitTotal Total) Find(QueryPlan plan, LuceneQuery ranked, RankingParts parts, int count,
        PageCursor? after, TotalKinds totals, CancellationToken cancellation)
    {
        var top = new TopArticles(snapshot.Reader, plan.Order, count, after, parts, plan.Query.WantsCopiesOnce, cancellation);
        var total = Totals(cancellation).CountBeside(top, ranked, plan.Query, totals);
        return (top.InOrder(), top, total);
    }

    private SearchTotals Totals(CancellationToken cancellation) =>
        new(snapshot.Searcher, corrections, options.KnownTotals, cancellation);

    /// <summary>
    /// The first hits of all come first whatever the page, since related words only add to their scores: the page is what is left of them,
    /// and then the others.
    /// </summary>
    private (List<TopArticle> Hits, TopArticles Top, HitTotal Total) FindWithRelated(QueryPlan plan, LuceneQuery ranked, RankingParts parts,
        RelatedRanking related, CancellationToken cancellation)
    {
        var (first, top, total, areAll) = FindFirstEnglish(plan, ranked, parts, cancellation);
        var rescored = related.Rescored(first, snapshot.Reader, parts);
        if (areAll && plan.After is null && (plan.PageSize < RelatedRanking.Window || first.Count < RelatedRanking.Window))
            return (top.InOrder(rescored), top, total);
        var (page, onPage, _) =
            Find(plan, ranked, parts, plan.PageSize + 1 + RelatedRanking.Window, plan.After, TotalKinds.None, cancellation);
        var known = first.Select(hit => (hit.Segment, hit.Doc)).ToHashSet();
        return (onPage.InOrder(rescored.Where(onPage.IsOnPage).Concat(page.Where(hit => !known.Contains((hit.Segment, hit.Doc))))), onPage, total);
    }

    /// <summary>
    /// The first hits in English: only they can have related words, and hits in other languages must not take their places.
    /// </summary>
    /// <returns>Also whether they are the first hits in any language.</returns>
    private (List<TopArticle> Hits, TopArticles Top, HitTotal Total, bool AreAll) FindFirstEnglish(QueryPlan plan, LuceneQuery ranked, RankingParts parts,
        CancellationToken cancellation)
    {
        var (first, top, total) = Find(plan, ranked, parts, RelatedRanking.Window, null, plan.Totals, cancellation);
        if (first.TrueForAll(hit => LanguageColumn.Of(snapshot.Reader.Leaves[hit.Segment].AtomicReader)[hit.Doc] == EnglishWord.Language))
            return (first, top, total, true);
        var english = new ByLanguageQuery([(default(LanguageSet).With(EnglishWord.Language), ranked)]);
        return (Find(plan, english, parts, RelatedRanking.Window, null, TotalKinds.None, cancellation).Hits, top, total, false);
    }

    /// <summary>What related words add to the score of an article, without age; null when it is not among the first hits, or they have no say.</summary>
    public float? AddedByRelated(QueryPlan plan, LucenePlan lucene, int segment, int doc, CancellationToken cancellation)
    {
        var meaning = MeaningOf(plan);
        if (RelatedRanking.Of(meaning, snapshot.Searcher, options) is not { } related)
            return null;
        var own = FindFirstEnglish(plan, Ranked(plan, lucene, cancellation), PartsOf(plan, meaning),
            cancellation).Hits.Where(hit => hit.Segment == segment && hit.Doc == doc).ToList();
        return own.Count == 0 ? null : related.Rescored([own[0] with { Score = 0 }], snapshot.Reader, RankingParts.None)[0].Score;
    }

    /// <summary>Null where it has no say, as in every order but that of relevance.</summary>
    private QueryMeaning? MeaningOf(QueryPlan plan) =>
        plan.Order == HitOrder.Relevance ? QueryMeaning.Of(plan.Query, options.MeaningWeight, PlanToLucene.IsStopWord) : null;

    /// <summary>What ranks the articles of a plan, and selects no other than its query does.</summary>
    public LuceneQuery Ranked(QueryPlan plan, LucenePlan lucene, CancellationToken cancellation)
    {
        if (plan.Order != HitOrder.Relevance)
            return lucene.Query;
        var ranked = WordPairs.Prefer(lucene.Query, plan.Query, snapshot.Reader, options.PairWeight);
        return plan.UsesFeedback ? new Feedback(snapshot, options).Prefer(ranked, PartsOf(plan), cancellation) : ranked;
    }

    public RankingParts PartsOf(QueryPlan plan) => PartsOf(plan, MeaningOf(plan));

    private RankingParts PartsOf(QueryPlan plan, QueryMeaning? meaning) => plan.Order == HitOrder.Relevance
        ? new RankingParts(
            Nearness.Of(meaning, snapshot.Reader, options.Bm25K1, options.PassageWeight),
            plan.Recency is { } recency ? new RecencyColumn(recency) : null,
            TypedForms.Of(plan.Query, snapshot.Searcher, options))
        : RankingParts.None;

    private Hit ToHit(TopArticle top, string id, LucenePlan lucene, HitDetail detail)
    {
        var cursor = new PageCursor(snapshot.Generation, top.SortKey, id);
        if (detail == HitDetail.Id)
            return new Hit(id, null, top.Score, []) { Cursor = cursor };
        var segment = snapshot.Reader.Leaves[top.Segment].AtomicReader;
        var stored = StoredDocument.Read(segment, top.Doc, withHash: false);
        var hit = new Hit(id, stored, top.Score, []) { Cursor = cursor };
        if (detail == HitDetail.Article)
            return hit;
        try
        {
            var (headline, body) = MatchFinder.Find(segment, top.Doc, stored.Article, lucene.MarksIn(LanguageColumn.Of(segment)[top.Doc]));
            return detail == HitDetail.Matches ? hit with { Matches = new HitMatches(headline, body) } : hit with { Snippets = Snippets(stored.Article, headline, body) };
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException)
        {
            // One article whose offsets do not fit its text must not cost the others.
            return hit with { Matches = new HitMatches([], []), Notice = $"What matches in this article could not be shown: {e.Message}" };
        }
    }

    private static List<Snippet> Snippets(Article article, List<TextRange> headline, List<TextRange> body)
    {
        var snippets = new List<Snippet>();
        if (headline.Count > 0)
            snippets.Add(new Snippet("headline", article.Headline, SnippetCutter.Merge(headline)));
        snippets.AddRange(SnippetCutter.Cut(article.Body, body, Passages));
        return snippets;
    }
}
