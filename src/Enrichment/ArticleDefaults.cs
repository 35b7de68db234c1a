using Enrichment.Languages;
using NewsIndex.Articles;

namespace Enrichment;

/// <summary>Command-line defaults for missing fields.</summary>
/// <param name="Published">Date of articles without one; kept with the provenance <see cref="DateProvenance.Argument"/>.</param>
/// <param name="Source">Source of articles without one.</param>
internal sealed record ArticleDefaults(PartialDate? Published, string? Source)
{
    /// <summary>Fills in missing fields; the id comes last, since it depends on the others.</summary>
    public Article Complete(Article article)
    {
        var completed = article with
        {
            Source = article.Source ?? Source,
            Language = LanguageTag.Of(article.Language),
            Published = article.Published.Date is null && Published is not null
                ? new PublishedDate(Published, article.Published.TimeOfDay, DateProvenance.Argument)
                : article.Published,
        };
        return completed.Id.Length > 0 ? completed : completed with { Id = ArticleId.Derive(completed) };
    }
}
