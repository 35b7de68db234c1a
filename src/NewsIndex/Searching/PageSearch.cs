using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using NewsIndex.Results;
using NewsIndex.Searching.Views;
using NewsIndex.Tracing;

namespace NewsIndex.Searching;

/// <summary>Answers searches and exports from one view: translates, ranks and reads the hits.</summary>
/// <param name="vectors">Null to rank without embeddings of passages.</param>
internal sealed class PageSearch(
    IIndexView view, RankingOptions options, QueryVectors? vectors, CancellationToken cancellation)
{
    /// <summary>Maximum passages of the body per hit.</summary>
    private const int Passages = 2;

    /// <summary>Hits that an export ranks at a time; 32 bytes each.</summary>
    private const int HitsOfExport = 100_000;

    /// <summary>Articles that an export reads at a time.</summary>
    private const int ArticlesOfExport = 50;

    /// <summary>Returns a page of hits; an empty first page has an explanation.</summary>
    public async ValueTask<HitPage> SearchAsync(QueryPlan plan)
    {
        var page = await FindPageAsync(plan);
        return page.Total.Articles == 0 && page.Hits.Count == 0 && plan.After is null && (plan.Totals & TotalKinds.Articles) != 0
            ? page with { Empty = await new EmptyResultSearch(view, cancellation).ExplainAsync(plan.Query) }
            : page;
    }

    /// <summary>
    /// Returns how the query was read, then all hits after the plan's cursor; ignores its page size. Ranks in batches to bound memory.
    /// </summary>
    public async IAsyncEnumerable<ExportPart> ExportAsync(QueryPlan plan)
    {
        var query = await view.TranslateAsync(plan.Query, cancellation);
        yield return new ExportPart.Reading(view.Generation, await QueryNotices.OfAsync(view, query, cancellation), query.Entities);
        var ranking = await StagedRanking.OfAsync(view, options, vectors, plan, cancellation);
        var ranked = await ranking.RankedAsync(query);
        for (var after = plan.After; ;)
        {
            var first = await ranking.FindAsync(ranked, HitsOfExport + 1, after, TotalKinds.None);
            for (var read = 0; read < Math.Min(first.Hits.Count, HitsOfExport); read += ArticlesOfExport)
            {
                foreach (var hit in await ReadAsync(first, read, Math.Min(read + ArticlesOfExport, HitsOfExport), query, plan.Detail))
                {
                    cancellation.ThrowIfCancellationRequested();
                    after = hit.Cursor;
                    yield return new ExportPart.Found(hit);
                }
            }

            if (first.Hits.Count <= HitsOfExport)
                yield break;
        }
    }

    private async ValueTask<HitPage> FindPageAsync(QueryPlan plan)
    {
        var query = await TranslateAsync(plan.Query);
        if (plan.PageSize == 0)
            return await PageOfAsync([], await CountAsync(query, plan.Totals), null, query);
        var ranking = await StagedRanking.OfAsync(view, options, vectors, plan, cancellation);

        // One more hit than the page tells if there is a next page.
        var first = await ranking.FindAsync(await ranking.RankedAsync(query), plan.PageSize + 1, plan.After, plan.Totals);
        var page = await ReadAsync(first, 0, plan.PageSize, query, plan.Detail);
        return await PageOfAsync(page, first.Total, first.Hits.Count > plan.PageSize ? page[^1].Cursor : null, query);
    }

    private async ValueTask<ITranslatedQuery> TranslateAsync(Query query)
    {
        using var span = IndexTrace.Start(IndexTrace.Translate);
        return await view.TranslateAsync(query, cancellation);
    }

    private async ValueTask<HitTotal> CountAsync(ITranslatedQuery query, TotalKinds wanted)
    {
        using var span = IndexTrace.Start(IndexTrace.Count);
        return await view.CountAsync(query, wanted, cancellation);
    }

    private async ValueTask<HitPage> PageOfAsync(IReadOnlyList<Hit> hits, HitTotal total, PageCursor? next, ITranslatedQuery query) =>
        new(hits, total, next, view.Generation, await QueryNotices.OfAsync(view, query, cancellation)) { Entities = query.Entities };

    /// <summary>Reads the hits from a place up to, not including, another.</summary>
    private async ValueTask<Hit[]> ReadAsync(RankedHits first, int start, int end, ITranslatedQuery query, HitDetail detail)
    {
        using var span = IndexTrace.Start(IndexTrace.Read);
        var read = new Hit[Math.Min(end, first.Hits.Count) - start];
        for (var i = 0; i < read.Length; i++)
            read[i] = HitOf(first.Hits[start + i], first.IdOf(first.Hits[start + i]));
        if (detail == HitDetail.Id)
            return read;
        var hits = first.Hits.Skip(start).Take(read.Length);
        switch (detail)
        {
            case HitDetail.Heading or HitDetail.Article:
                var articles = await view.FetchAsync(
                    [.. hits], detail == HitDetail.Heading ? ArticleDetail.Heading : ArticleDetail.Body, cancellation);
                return [.. read.Zip(articles, (hit, article) => hit with { Article = article })];
            default:
                var matches = await view.FetchMatchesAsync(
                    [.. hits], query, detail == HitDetail.Matches ? ArticleDetail.Mentions : ArticleDetail.Body, cancellation);
                return [.. read.Zip(matches, (hit, found) => With(hit, found, detail))];
        }
    }

    private Hit HitOf(RankedHit hit, string id) =>
        new(id, null, hit.Score, []) { Cursor = new PageCursor(view.Generation, hit.SortKey, id) };

    private static Hit With(Hit hit, FetchedArticle read, HitDetail detail)
    {
        var full = hit with { Article = read.Article };
        if (read.Problem is { } problem)
            return full with { Matches = new HitMatches([], []), Notice = $"What matches in this article could not be shown: {problem}" };
        return detail == HitDetail.Matches
            ? full with { Matches = new HitMatches(read.Headline, read.Body) }
            : full with { Snippets = Snippets(read.Article.Article, read.Headline, read.Body) };
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
