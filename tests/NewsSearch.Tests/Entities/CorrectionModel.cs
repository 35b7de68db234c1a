using NewsIndex.Entities;

namespace NewsSearch.Tests.Entities;

/// <summary>What corrections mean, said as simply as can be: a table of all mentions, changed by one correction after the other.</summary>
internal sealed class CorrectionModel(EntityReference[] entities, string[] names, string[] articles)
{
    private readonly List<EntityCorrection> log = [];

    public int Acknowledged => log.Count;

    public void Add(EntityCorrection made) => log.Add(made);

    public IEnumerable<int> Undone() => log.Where(each => !Counts(each)).Select(each => each.Number);

    public string Describe()
    {
        var whose = entities.SelectMany(entity => names.Select(name => (Entity: entity, Name: name))).ToDictionary(mention => mention, mention => mention.Entity);
        var stands = entities.ToDictionary(entity => entity, entity => entity);
        var called = new Dictionary<EntityReference, string>();
        var hidden = new HashSet<(EntityReference, string)>();
        foreach (var correction in log.Where(Counts))
        {
            switch (correction)
            {
                case EntityCorrection.Merge merge:
                    var (from, into) = (stands[merge.From], stands[merge.Into]);
                    foreach (var entity in entities.Where(entity => stands[entity] == from))
                        stands[entity] = into;
                    break;
                case EntityCorrection.Split split:
                    foreach (var name in split.Names)
                        whose[(split.From, name)] = split.Into;
                    called[split.Into] = split.NewName;
                    break;
                case EntityCorrection.Rename rename:
                    called[stands[rename.Entity]] = rename.Name;
                    break;
                case EntityCorrection.Hide hide:
                    hidden.Add((hide.Entity, hide.ArticleId));
                    break;
            }
        }

        return string.Join('\n', entities.SelectMany(entity => (string[])
        [
            .. names.Select(name => $"{entity.Id} {name} {stands[whose[(entity, name)]].Id}"),
            $"{entity.Id} {stands[entity].Id} {called.GetValueOrDefault(entity)}",
            .. articles.Select(article => $"{entity.Id} {article} {hidden.Any(each => each.Item2 == article && stands[each.Item1] == entity)}"),
        ]));
    }

    /// <summary>Unless an undo that counts itself undoes it.</summary>
    private bool Counts(EntityCorrection correction) => !log.OfType<EntityCorrection.Undo>().Any(undo => undo.Undone == correction.Number && undo.Number > correction.Number && Counts(undo));
}
