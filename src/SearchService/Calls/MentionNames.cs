using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Queries;
using NewsIndex.Results;
using SearchService.Replies;

namespace SearchService.Calls;

/// <summary>Mentions of articles as corrections have them, with the names of their entities.</summary>
internal static class MentionNames
{
    /// <summary>The mentions of each article, in their order. Hidden ones are left out. An entity is named once for all of them.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<NamedMention>>> OfAsync(
        IReadOnlyList<StoredArticle> articles, EntityCorrections corrections, IArticleSearcher searcher, ArticleScope scope,
        CancellationToken deadline)
    {
        var mentions = articles.Select(article => CorrectedMentions.Of(article, corrections)).ToList();
        var entities = mentions.SelectMany(each => each).Select(mention => mention.Entity).Distinct().ToList();
        var names = (await searcher.NameEntitiesAsync(entities, scope, deadline)).ToDictionary(named => named.Entity, named => named.Name);
        return mentions.ConvertAll(each => (IReadOnlyList<NamedMention>)each.ConvertAll(
            mention => new NamedMention(mention, names[mention.Entity])));
    }
}
