using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Results;

namespace NewsSearch.Tests.Results;

public sealed class OverlapsTests
{
    [Fact]
    public void Entities_that_meet_more_often_than_by_chance_are_ranked_by_significance()
    {
        var found = Ranked(10, Overlap("weak", 2, 50), Overlap("moderate", 8, 40), Overlap("strong", 8, 10), Overlap("chance", 5, 50));
        Assert.Equal(["strong", "moderate"], found.Select(each => each.Entity.Name));
    }

    [Fact]
    public void Lift_is_the_ratio_to_chance() =>
        Assert.Equal(8.0, Ranked(10, Overlap("strong", 8, 10)).Single().Lift);

    [Fact]
    public void One_article_with_both_is_not_enough() => Assert.Empty(Ranked(10, Overlap("once", 1, 1)));

    [Fact]
    public void Ties_are_ordered_by_id_and_only_entities_that_are_read_are_named()
    {
        var named = new List<string>();
        var found = Overlaps.MostSignificant([Overlap("b", 8, 10), Overlap("c", 8, 10), Overlap("a", 8, 10)], 100, 1000, entity =>
        {
            named.Add(entity.Id);
            return new NamedReference(entity, entity.Id);
        }).Take(2).ToList();
        Assert.Equal(["a", "b"], found.Select(each => each.Entity.Entity.Id));
        Assert.Equal(["a", "b"], named);
    }

    /// <summary>An entity of 100 of 1,000 articles.</summary>
    private static IReadOnlyList<Cooccurrence> Ranked(int limit, params EntityOverlap[] overlaps) =>
        [.. Overlaps.MostSignificant(overlaps, 100, 1000, entity => new NamedReference(entity, entity.Id)).Take(limit)];

    private static EntityOverlap Overlap(string id, long together, long articles) =>
        new(new EntityReference(EntityType.Person, id), together, articles);
}
