using Enrichment.Languages;

namespace NewsSearch.Tests.Languages;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("en-us", "en-US")]
    [InlineData("en_GB", "en-GB")]
    [InlineData("SV", "sv")]
    [InlineData("zh-hant-tw", "zh-Hant-TW")]
    [InlineData(" de ", "de")]
    [InlineData("es-419", "es-419")]
    [InlineData("fil", "fil")]
    [InlineData("English", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_tag_is_written_one_way(string? written, string? tag) => Assert.Equal(tag, LanguageTag.Of(written));
}
