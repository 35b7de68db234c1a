using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Positions;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Translation;
using NewsIndex.Queries;
using NewsIndex.Results;
using LuceneQuery = Lucene.Net.Search.Query;

namespace NewsIndex.Lucene.Searching;

/// <summary>Executes plans in one generation: translates, ranks and reads the hits.</summary>
internal sealed class RankedSearch(IndexSnapshot snapshot, NewsIndexOptions options, EntityCorrections corrections)
{
    /// <summary>Maximum passages of the body per hit.</summary>
    private const int Passages = 2;

    /// <summary>Hits that an export ranks at a time; 32 bytes each.</summary>
    private const int HitsOfExport = 100_000;

    /// <exception cref="GenerationUnknownException">
    /// The plan asks for articles that arrived after a generation that this index never had.
    /// </exception>
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

    /// <summary>Translates one clause of a larger query; a clause of only stop words becomes match-none.</summary>
    public LuceneQuery TranslatePart(Query clause, CancellationToken cancellation) =>
        PlanToLucene.TranslatePart(clause, snapshot.Reader, options.Limits, corrections, cancellation);

    /// <summary>True if a clause still restricts a query with other words.</summary>
    public bool Requires(Query clause, CancellationToken cancellation) =>
        PlanToLucene.Requires(clause, snapshot.Reader, options.Limits, corrections, cancellation);

    /// <summary>Returns a page of hits; an empty first page has an explanation.</summary>
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

    /// <summary>Returns a page without an explanation of an empty result.</summary>
    public HitPage Page(QueryPlan plan, CancellationToken cancellation)
    {
        var (lucene, ranking) = (Translate(plan.Query, cancellation), Ranking(plan, cancellation));
        if (plan.PageSize == 0)
            return new HitPage([], ranking.Totals().Count(plan.Query, lucene.Query, plan.Totals), null, snapshot.Generation, lucene.Notices)
            {
                Entities = lucene.Entities,
            };

        // One more hit than the page tells if there is a next page.
        var (hits, top, total) = ranking.Find(ranking.Ranked(lucene), plan.PageSize + 1, plan.After, plan.Totals);
        var page = hits.Take(plan.PageSize).Select(hit => ToHit(hit, top.IdOf(hit), lucene, plan.Detail)).ToList();
        var next = hits.Count > plan.PageSize ? page[^1].Cursor : null;
        return new HitPage(page, total, next, snapshot.Generation, lucene.Notices) { Entities = lucene.Entities };
    }

    /// <summary>Returns all hits after the plan's cursor and ignores its page size. Ranks in batches to bound memory.</summary>
    public IEnumerable<Hit> Export(QueryPlan plan, CancellationToken cancellation)
    {
        var (lucene, ranking) = (Translate(plan.Query, cancellation), Ranking(plan, cancellation));
        var ranked = ranking.Ranked(lucene);
        for (var after = plan.After; ;)
        {
            var (hits, top, _) = ranking.Find(ranked, HitsOfExport + 1, after, TotalKinds.None);
            foreach (var hit in hits.Take(HitsOfExport))
            {
                cancellation.ThrowIfCancellationRequested();
                var read = ToHit(hit, top.IdOf(hit), lucene, plan.Detail);
                after = read.Cursor;
                yield return read;
            }

            if (hits.Count <= HitsOfExport)
                yield break;
        }
    }

    public StagedRanking Ranking(QueryPlan plan, CancellationToken cancellation) =>
        new(snapshot, options, corrections, plan, cancellation);

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
            var (headline, body) = MatchFinder.Find(
                new HitPositions(segment, top.Doc, stored.Article), stored.Article, lucene.MarksIn(LanguageColumn.Of(segment)[top.Doc]));
            return detail == HitDetail.Matches
                ? hit with { Matches = new HitMatches(headline, body) }
                : hit with { Snippets = Snippets(stored.Article, headline, body) };
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException)
        {
            // An article whose offsets do not fit its text must not fail the whole page.
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
