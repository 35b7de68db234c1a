using NewsIndex.Articles;
using NewsIndex.Entities;

namespace NewsSearch.Tests.Entities;

/// <summary>Typed names against a list of mentions, each in an article of its own number.</summary>
public sealed class EntityLookupTests
{
    private static readonly DateTimeOffset When = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly EntityReference Trump = new(EntityType.Person, "Q22686");
    private static readonly EntityReference Leavitt = Person("karoline leavitt");
    private static readonly EntityReference John = Person("john smith");
    private static readonly EntityReference Adam = Person("adam smith");
    private static readonly EntityReference AnySmith = EntityReference.Unresolved(EntityType.Person, "smith");
    private static readonly EntityReference Berg = Person("marta van der berg");
    private static readonly EntityReference Acme = EntityReference.Named(EntityType.Organization, "acme");

    private static readonly ListedNames Names = new(
        ("1", Trump, "Donald Trump"),
        ("2", Trump, "Trump"),
        ("3", Leavitt, "Karoline Leavitt"),
        ("4", Leavitt, "Leavitt"),
        ("5", John, "John Smith"),
        ("6", John, "John Smith"),
        ("7", Adam, "Adam Smith"),
        ("8", AnySmith, "Smith"),
        ("9", Berg, "Marta van der Berg"),
        ("10", Acme, "Acme"),
        ("11", Person("acme"), "Acme"));

    [Theory]
    [InlineData("Karoline Leavitt", "person:karoline leavitt", "3 4")]
    [InlineData("KAROLINE LEAVITT", "person:karoline leavitt", "3 4")]
    [InlineData("Leavitt, Karoline", "person:karoline leavitt", "3 4")]
    [InlineData("Leavitt", "person:karoline leavitt", "3 4")]
    [InlineData("person:karoline leavitt", "person:karoline leavitt", "3 4")]
    [InlineData("Donald Trump", "Q22686", "1 2")]
    [InlineData("Q22686", "Q22686", "1 2")]
    [InlineData("van der Berg", "person:marta van der berg", "9")]
    [InlineData("John Smith", "person:john smith", "5 6")]
    public void A_name_of_one_entity_finds_all_of_its_mentions(string name, string expected, string articles)
    {
        var (terms, reading) = Lookup().Find(name, EntityType.Person);
        Assert.Equal(expected, reading.Entity?.Entity.Id);
        Assert.Empty(reading.Candidates);
        Assert.Equal(articles, Names.ArticlesWith(terms));
    }

    [Fact]
    public void A_surname_of_several_finds_the_mentions_of_all_and_lists_the_most_mentioned_first()
    {
        var (terms, reading) = Lookup().Find("Smith", EntityType.Person);
        Assert.Null(reading.Entity);
        Assert.Equal(["person:john smith", "person:adam smith"], reading.Candidates.Select(each => each.Entity.Id));
        Assert.Equal("5 6 7 8", Names.ArticlesWith(terms));
    }

    [Fact]
    public void A_name_of_nobody_finds_nothing()
    {
        var (terms, reading) = Lookup().Find("Nobody Known", null);
        Assert.Null(reading.Entity);
        Assert.Empty(reading.Candidates);
        Assert.Equal("", Names.ArticlesWith(terms));
    }

    [Theory]
    [InlineData(EntityType.Person, "11")]
    [InlineData(EntityType.Organization, "10")]
    [InlineData(EntityType.Place, "")]
    [InlineData(null, "10")]
    public void A_type_narrows_a_name_and_without_one_a_whole_name_comes_before_a_surname(EntityType? type, string articles) =>
        Assert.Equal(articles, Names.ArticlesWith(Lookup().Find("Acme", type).Terms));

    [Theory]
    [InlineData("Smith", "8")]
    [InlineData("john smith", "5 6")]
    [InlineData("Trump", "2")]
    [InlineData("Karoline", "")]
    public void A_literal_name_finds_mentions_that_are_written_so(string name, string articles) =>
        Assert.Equal(articles, Names.ArticlesWith(Lookup().FindLiteral(name, null)));

    [Theory]
    [InlineData("Karolin Leavit", "person:karoline leavitt", "3 4")]
    [InlineData("Karoline Leavitt", "person:karoline leavitt", "3 4")]
    [InlineData("Leavvitt", "person:karoline leavitt", "3 4")]
    [InlineData("Zzzzzzzz", null, "")]
    public void A_name_can_be_found_by_a_similar_spelling(string name, string? expected, string articles)
    {
        var (terms, reading) = Lookup().FindNearly(name, EntityType.Person);
        Assert.Equal(expected, reading.Entity?.Entity.Id);
        Assert.Equal(articles, Names.ArticlesWith(terms));
    }

    [Fact]
    public void A_merged_entity_is_found_by_the_names_of_both()
    {
        var lookup = Lookup(new EntityCorrection.Merge(1, "me", When, "", Adam, John));
        Assert.Equal("5 6 7", Names.ArticlesWith(lookup.TermsOf(John)));
        var (terms, reading) = lookup.Find("Adam Smith", EntityType.Person);
        Assert.Equal(John, reading.Entity?.Entity);
        Assert.Equal("5 6 7", Names.ArticlesWith(terms));
    }

    [Fact]
    public void A_split_by_articles_leaves_the_rest_to_the_first()
    {
        var other = Person("john smith of leeds");
        var lookup = Lookup(new EntityCorrection.Split(1, "me", When, "", John, [], ["6"], other, "John Smith of Leeds"));
        Assert.Equal("5", Names.ArticlesWith(lookup.TermsOf(John)));
        Assert.Equal("6", Names.ArticlesWith(lookup.TermsOf(other)));
        Assert.Equal(other, lookup.Find("John Smith of Leeds", EntityType.Person).Reading.Entity?.Entity);
    }

    [Fact]
    public void A_split_by_names_takes_the_mentions_by_them()
    {
        var other = Person("leavitt the elder");
        var lookup = Lookup(new EntityCorrection.Split(1, "me", When, "", Leavitt, ["leavitt"], [], other, "Leavitt the Elder"));
        Assert.Equal("3", Names.ArticlesWith(lookup.TermsOf(Leavitt)));
        Assert.Equal("4", Names.ArticlesWith(lookup.TermsOf(other)));
    }

    [Theory]
    [InlineData("Q22686", "Donald Trump")]
    [InlineData("person:karoline leavitt", "Karoline Leavitt")]
    [InlineData("person:john smith", "John Smith")]
    [InlineData("person:not in the index", "Not In The Index")]
    public void An_entity_is_shown_by_its_name(string id, string expected) =>
        Assert.Equal(expected, Lookup().Named(new EntityReference(EntityType.Person, id)).Name);

    [Fact]
    public void A_name_from_a_correction_comes_first()
    {
        var lookup = Lookup(new EntityCorrection.Rename(1, "me", When, "", Trump, "The President"));
        Assert.Equal("The President", lookup.Named(Trump).Name);
        Assert.Equal(Trump, lookup.Find("The President", EntityType.Person).Reading.Entity?.Entity);
    }

    private static EntityReference Person(string key) => EntityReference.Named(EntityType.Person, key);

    private static EntityLookup Lookup(params EntityCorrection[] corrections) => new(Names, new EntityCorrections(corrections));
}
