using NewsIndex.Articles;
using NewsIndex.Entities;

namespace NewsIndex.Intake;

/// <summary>An article with everything that a store needs to index it.</summary>
/// <param name="Incoming">With the mentions that were recognised.</param>
/// <param name="References">One for each mention, then one for each entity that the archive names.</param>
internal sealed record PreparedArticle(IncomingArticle Incoming, DateTimeOffset IndexedAt, IndexedState State, EntityReference[] References)
{
    public Article Article => Incoming.Article;

    public string Id => Incoming.Id;
}
