using NewsIndex.Articles;
using NewsIndex.Entities;

namespace NewsSearch.Tests.Entities;

/// <summary>The names of an index as a plain list of mentions.</summary>
internal sealed class ListedNames(params (string Article, EntityReference Entity, string Name)[] mentions) : INameDictionary
{
    private readonly List<(string Article, string Term)> terms =
        [.. mentions.SelectMany(each => MentionTerm.All(each.Entity, each.Name).Select(term => (each.Article, term)))];

    public EntityDictionary Entities => new(Enum.GetValues<EntityType>().SelectMany(type => WithPrefix(MentionTerm.AllNames(type))));

    public IEnumerable<MentionName> WithPrefix(string prefix) =>
        terms.Where(each => each.Term.StartsWith(prefix, StringComparison.Ordinal))
            .GroupBy(each => each.Term, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => MentionTerm.Read(same.Key, same.Select(each => each.Article).Distinct().Count(), same.Count()));

    public bool Has(string term) => terms.Exists(each => each.Term == term);

    public long CountMentions(EntityTerm term) => terms.Count(each => each.Term == term.Term && Counts(term, each.Article));

    /// <summary>The articles that a search for some terms finds, joined by blanks.</summary>
    public string ArticlesWith(IEnumerable<EntityTerm> searched) =>
        string.Join(' ', terms.Where(each => searched.Any(term => term.Term == each.Term && Counts(term, each.Article)))
            .Select(each => each.Article).Distinct().Order(StringComparer.Ordinal));

    private static bool Counts(EntityTerm term, string article) =>
        term.Articles is null || term.Articles.Ids.Contains(article) != term.Articles.IsExcluding;
}
