using NewsIndex.Articles;
using NewsIndex.Entities;

namespace NewsSearch.Tests.Entities;

/// <summary>Terms are shown with | for the character between their parts.</summary>
public sealed class MentionTermTests
{
    [Theory]
    [InlineData(EntityType.Person, "Q22686", "Donald Trump", "epQ22686", "npdonald trump|Q22686|Donald Trump", "wptrump|Q22686",
        "wpdonald|Q22686")]
    [InlineData(EntityType.Person, "person:~smith", "Smith", "epperson:~smith", "npsmith|person:~smith|Smith")]
    [InlineData(EntityType.Organization, "Q7174", "House of Commons", "eoQ7174", "nohouse of commons|Q7174|House of Commons")]
    [InlineData(EntityType.Place, "place:leeds", "Leeds", "elplace:leeds", "nlleeds|place:leeds|Leeds")]
    [InlineData(EntityType.Person, "Q1", "Bush,\nGeorge W.", "epQ1", "npbush george w|Q1|Bush, George W.", "wpbush|Q1", "wpgeorge|Q1")]
    public void A_mention_has_terms(EntityType type, string id, string name, params string[] expected) =>
        Assert.Equal(expected, MentionTerm.All(new EntityReference(type, id), name).Select(term => term.Replace('\u0001', '|')));

    [Theory]
    [InlineData(EntityType.Person, "person:james baker", "James Baker", "james baker")]
    [InlineData(EntityType.Organization, "Q7174", "AT&T", "at and t")]
    [InlineData(EntityType.Place, "place:são paulo", "São Paulo", "sao paulo")]
    public void The_term_of_a_name_is_read_back(EntityType type, string id, string name, string normalised)
    {
        var entity = new EntityReference(type, id);
        var read = MentionTerm.Read(MentionTerm.OfName(entity, name), 3, 5);
        Assert.Equal(new MentionName(entity, EntityName.Normalise(name), name, MentionTerm.OfName(entity, name), 3, 5), read);
        Assert.Equal(normalised, read.Normalised);
    }

    [Fact]
    public void The_term_of_a_word_has_no_name() =>
        Assert.Equal("", MentionTerm.Read($"{MentionTerm.WordPrefix("baker")}person:james baker", 1, 1).Name);

    [Theory]
    [InlineData("Baker", "James Baker", false)]
    [InlineData("James Baker", "James Baker", true)]
    [InlineData("James Bakerfield", "James Baker", false)]
    public void The_prefix_of_a_name_is_that_of_its_terms_only(string written, string name, bool expected) =>
        Assert.Equal(expected, MentionTerm.OfName(new EntityReference(EntityType.Person, "Q1"), written)
            .StartsWith(MentionTerm.NamePrefix(EntityType.Person, EntityName.Normalise(name)), StringComparison.Ordinal));
}
