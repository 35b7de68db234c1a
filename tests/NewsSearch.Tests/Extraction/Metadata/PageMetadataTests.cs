using Indexer.Extraction.Metadata;

namespace NewsSearch.Tests.Extraction.Metadata;

public sealed class PageMetadataTests
{
    private static readonly PageMetadata Meta = new(TestPage.Of(
        "<span itemprop='author'> Runa  Feld </span><time itemprop='datePublished created' datetime='2019-07-03'>today</time>",
        "<meta name=Author content='Nils Arden'><meta property=author content='Ida Holm'><meta name=empty content=' '>"
        + "<meta itemprop=section content='News &amp;amp; more'><meta name=nothing>"));

    [Theory]
    [InlineData("author", "Nils Arden")]
    [InlineData("AUTHOR", "Nils Arden")]
    [InlineData("section", "News & more")]
    [InlineData("empty", null)]
    [InlineData("nothing", null)]
    [InlineData("other", null)]
    public void Finds_values_by_name_property_or_itemprop_without_case(string name, string? expected) =>
        Assert.Equal(expected, Meta.First(name));

    [Fact]
    public void Gives_the_first_value_of_the_first_name_that_the_page_has() =>
        Assert.Equal("News & more", Meta.First("other", "section", "author"));

    [Fact]
    public void Gives_all_values_of_a_name() => Assert.Equal(["Nils Arden", "Ida Holm"], Meta.All("author"));

    [Fact]
    public void Skips_excluded_elements() =>
        Assert.Equal("Ida Holm", Meta.First("author", element => element.HasAttribute("name")));

    [Theory]
    [InlineData("author", "Runa Feld")]
    [InlineData("datePublished", "2019-07-03")]
    [InlineData("created", "2019-07-03")]
    [InlineData("section", "")]
    public void Reads_microdata_outside_of_meta_elements(string name, string expected) =>
        Assert.Equal(expected, string.Join('|', Meta.Properties(name, _ => false)));
}
