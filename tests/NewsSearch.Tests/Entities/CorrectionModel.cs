using NewsIndex.Entities;

namespace NewsSearch.Tests.Entities;

/// <summary>What corrections mean, said as simply as can be: a table of all mentions, changed by one correction after the other.</summary>
internal sealed class CorrectionModel(EntityReference[] entities, string[] names, string[] articles)
{
    private readonly List<EntityCorrection> log = [];

    public int Acknowledged => log.Count;

    public void Add(EntityCorrection made) => log.Add(made);

    public IEnumerable<int> Undone() => log.Where(each => !Counts(each)).Select(each => each.Number);

    /// <summary>A line for each entity: by which it goes, what it is called; and for each mention: whose it is.</summary>
    public string Describe()
    {
        var stands = entities.ToDictionary(entity => entity, entity => entity);
        var called = new Dictionary<EntityReference, string>();
        var whose = (
            from entity in entities from name in names from article in articles select (Entity: entity, Name: name, Article: article))
            .ToDictionary(mention => mention, mention => (EntityReference?)mention.Entity);
        foreach (var correction in log.Where(Counts))
        {
            switch (correction)
            {
                case EntityCorrection.Merge merge:
                    var (from, into) = (stands[merge.From], stands[merge.Into]);
                    foreach (var entity in entities.Where(entity => stands[entity] == from))
                        stands[entity] = into;
                    break;
                case EntityCorrection.Split split when stands[split.From] != stands[split.Into]:
                    Move(stands[split.From], split.Names, split.Articles, split.Into);
                    called[split.Into] = split.NewName;
                    break;
                case EntityCorrection.Rename rename:
                    called[stands[rename.Entity]] = rename.Name;
                    break;
                case EntityCorrection.Hide hide:
                    Move(stands[hide.Entity], [], [hide.ArticleId], null);
                    break;
            }
        }

        return string.Join('\n', [
            .. entities.Select(entity => $"{entity.Id} is {stands[entity].Id} {called.GetValueOrDefault(entity)}"),
            .. whose.Select(pair =>
                $"{pair.Key.Entity.Id} {pair.Key.Name} in {pair.Key.Article} is {(pair.Value is { } its ? stands[its].Id : "nobody")}"),
        ]);

        void Move(EntityReference from, IReadOnlyList<string> byNames, IReadOnlyList<string> inArticles, EntityReference? into)
        {
            foreach (var mention in whose.Keys.Where(mention => whose[mention] is { } its && stands[its] == from
                && (byNames.Count == 0 || byNames.Contains(mention.Name))
                && (inArticles.Count == 0 || inArticles.Contains(mention.Article))).ToList())
                whose[mention] = into;
        }
    }

    /// <summary>Unless an undo that counts itself undoes it.</summary>
    private bool Counts(EntityCorrection correction) =>
        !log.OfType<EntityCorrection.Undo>()
            .Any(undo => undo.Undone == correction.Number && undo.Number > correction.Number && Counts(undo));
}
