using Enrichment.Languages;

namespace NewsSearch.Tests.Languages;

public sealed class DominantLanguageTests
{
    [Theory]
    [InlineData(19, 0, null)]
    [InlineData(20, 0, "de")]
    [InlineData(19, 1, "de")]
    [InlineData(18, 2, null)]
    [InlineData(95, 5, "de")]
    [InlineData(94, 6, null)]
    public void Needs_twenty_texts_and_95_percent(int german, int english, string? expected)
    {
        var dominant = new DominantLanguage();
        for (var i = 0; i < german; i++)
            dominant.Count("de");
        for (var i = 0; i < english; i++)
            dominant.Count("en");

        Assert.Equal(expected, dominant.Language);
    }

    [Theory]
    [InlineData("de", "de", true)]
    [InlineData("de-AT", "de", true)]
    [InlineData("NB_no", "no", true)]
    [InlineData("nn", "da", true)]
    [InlineData("gl", "pt", true)]
    [InlineData("en", "de", false)]
    [InlineData("pt", "gl", false)]
    [InlineData("", "de", false)]
    public void Related_languages_may_be_mistaken_for_each_other(string declared, string voted, bool expected) =>
        Assert.Equal(expected, RelatedLanguages.MayBeMistakenFor(declared, voted));
}
