using NewsIndex.Articles;
using NewsIndex.NearDuplicates;
using NewsIndex.Queries;
using NewsIndex.Results;
using NewsIndex.Searching.Views;

namespace NewsIndex.Searching;

/// <summary>Lists the copy group of an article, and measures each member against the first.</summary>
internal sealed class CopySearch(IIndexView view, PageSearch pages, CancellationToken cancellation)
{
    public async Task<CopyPage> ListAsync(QueryPlan plan, string id, RankedHit article)
    {
        var asked = (await view.FetchAsync([article], ArticleDetail.Body, cancellation))[0];
        var page = await pages.SearchAsync(plan with { Query = new Query.CopiesOf(id), Detail = HitDetail.Article });
        var first = await FirstAsync(asked);
        var shingles = ShinglesOf(first.Article);
        return new CopyPage(
            page, first.Article.Id, [.. page.Hits.Select(hit => Resemblance(hit.Article!.Article, first.Article, shingles))]);
    }

    /// <summary>The first article of a group; a text that is too short to compare is in no group, and the first of its own.</summary>
    private async Task<StoredArticle> FirstAsync(StoredArticle article)
    {
        if (article.CopyGroup.Length == 0 || article.CopyGroup == article.Article.Id)
            return article;
        var first = await view.LocateAsync(article.CopyGroup, cancellation);
        return first is { } found ? (await view.FetchAsync([found], ArticleDetail.Body, cancellation))[0] : article;
    }

    private static double Resemblance(Article article, Article first, ulong[] shingles) =>
        article.Id == first.Id ? 1 : TextShingles.Resemblance(ShinglesOf(article), shingles);

    private static ulong[] ShinglesOf(Article article) => ComparedText.ShinglesOf(article.Headline, article.Body);
}
