using NewsIndex.Articles;
using NewsIndex.Entities;

namespace NewsSearch.Tests.Entities;

public sealed class EntityNamesTests
{
    private static readonly DateTimeOffset When = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly EntityReference Baker = Person("james baker");
    private static readonly EntityReference Bakar = Person("ali bakar");
    private static readonly EntityReference Open = EntityReference.Unresolved(EntityType.Person, "baker");
    private static readonly EntityReference Bakery = EntityReference.Named(EntityType.Organization, "baker street bakery");

    private static readonly ListedNames Names = new(
        ("1", Baker, "James Baker"),
        ("1", Baker, "Baker"),
        ("2", Baker, "James Baker"),
        ("3", Baker, "James A. Baker"),
        ("4", Bakar, "Ali Bakar"),
        ("5", Open, "Baker"),
        ("6", Bakery, "Baker Street Bakery"));

    [Theory]
    [InlineData("bak", null, "person:james baker=4 organization:baker street bakery=2 person:ali bakar=1")]
    [InlineData("baker", null, "person:james baker=4 organization:baker street bakery=2")]
    [InlineData("james b", null, "person:james baker=2")]
    [InlineData("bak", EntityType.Organization, "organization:baker street bakery=2")]
    [InlineData("street", null, "organization:baker street bakery=1")]
    [InlineData("treet", null, "")]
    public void A_prefix_of_any_word_finds_entities_and_how_often_they_are_named_so(string typed, EntityType? type, string expected)
    {
        var found = new EntityNames(Names, EntityCorrections.None).WithPrefix(typed, type)
            .OrderByDescending(each => each.Mentions).ThenBy(each => each.Entity.Id, StringComparer.Ordinal);
        Assert.Equal(expected, string.Join(' ', found.Select(each => $"{each.Entity.Id}={each.Mentions}")));
    }

    [Theory]
    [InlineData("bakre", 1, "person:james baker")]
    [InlineData("bakker", 1, "person:james baker")]
    [InlineData("bakkar", 1, "person:ali bakar")]
    [InlineData("bak", 2, "")]
    public void A_similar_spelling_finds_entities(string typed, int maxEdits, string expected) =>
        Assert.Equal(expected, string.Join(' ', new EntityNames(Names, EntityCorrections.None)
            .Like(typed, EntityType.Person, maxEdits).Select(each => each.Entity.Id)));

    [Fact]
    public void A_match_by_prefix_comes_before_one_by_spelling()
    {
        var names = new EntityNames(Names, EntityCorrections.None);
        Assert.Equal("person:james baker False", Shown(names.Match("Baker", EntityType.Person)));
        Assert.Equal("person:james baker True", Shown(names.Match("Bakre", EntityType.Person)));
        Assert.Equal(" False", Shown(names.Match("Zzzzz", EntityType.Person)));
    }

    [Fact]
    public void The_names_of_an_entity_are_listed_by_frequency_and_then_by_text() =>
        Assert.Equal(
            [new NameCount("James Baker", 2), new NameCount("Baker", 1), new NameCount("James A. Baker", 1)],
            new EntityNames(Names, EntityCorrections.None).Of(Baker));

    [Fact]
    public void Names_of_merged_entities_are_those_of_both()
    {
        var names = Corrected(new EntityCorrection.Merge(1, "me", When, "", Bakar, Baker));
        Assert.Contains(new NameCount("Ali Bakar", 1), names.Of(Baker));
        Assert.Equal([(Baker, 1L)], names.WithPrefix("ali", null));
    }

    [Fact]
    public void Mentions_that_an_article_decides_are_counted_there()
    {
        var other = Person("james baker of ohio");
        var names = Corrected(new EntityCorrection.Split(1, "me", When, "", Baker, [], ["2"], other, "James Baker of Ohio"));
        Assert.Equal([new NameCount("James Baker", 1)], names.Of(other));
        Assert.Contains(new NameCount("James Baker", 1), names.Of(Baker));
    }

    [Fact]
    public void A_name_from_a_correction_counts_all_mentions_of_its_entity()
    {
        var names = Corrected(new EntityCorrection.Rename(1, "me", When, "", Baker, "Jimmy Baker III"));
        Assert.Contains((Baker, 4L), names.WithPrefix("jimmy", null));
    }

    private static string Shown((IReadOnlyList<EntityReference> Entities, bool IsMisspelt) match) =>
        $"{string.Join(' ', match.Entities.Select(entity => entity.Id))} {match.IsMisspelt}";

    private static EntityNames Corrected(params EntityCorrection[] corrections) => new(Names, new EntityCorrections(corrections));

    private static EntityReference Person(string key) => EntityReference.Named(EntityType.Person, key);
}
