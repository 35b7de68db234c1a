using NewsIndex.Queries;
using NewsIndex.Results;
using SearchService.Paging;
using V1 = NewsSearch.V1;

namespace SearchService.Replies;

/// <summary>Writes the quotations of a speaker as messages.</summary>
internal static class QuotationReplies
{
    /// <param name="page">Hits with the places of the speaker.</param>
    public static V1.ListQuotationsResponse From(HitPage page, QueryPlan plan) => new()
    {
        Quotations = { page.Hits.SelectMany(Quotations) },
        Articles = page.Total.Articles,
        NextPageToken = PageToken.Write(page.Next, plan),
        Generation = page.Generation.ToString(),
    };

    private static IEnumerable<V1.AttributedQuotation> Quotations(Hit hit) =>
    [
        .. QuotationsIn(hit.Article!, "headline", hit.Article!.Article.Headline, hit.Matches!.Headline),
        .. QuotationsIn(hit.Article!, "body", hit.Article!.Article.Body, hit.Matches.Body),
    ];

    private static IEnumerable<V1.AttributedQuotation> QuotationsIn(
        StoredArticle article, string field, string text, IReadOnlyList<TextRange> speakers) =>
        QuotationFinder.Find(text, speakers).Select(found => new V1.AttributedQuotation
        {
            Article = ArticleReplies.WithoutBody(article),
            Field = field,
            Text = text[found.Words.Start..found.Words.End],
            Start = found.Words.Start,
            End = found.Words.End,
            Speaker = text[found.Speaker.Start..found.Speaker.End],
            SpeakerStart = found.Speaker.Start,
            SpeakerEnd = found.Speaker.End,
        });
}
