using CsCheck;
using Indexer.Extraction.Elements;

namespace NewsSearch.Tests.Extraction.Elements;

public sealed class HeadlineWordsTests
{
    [Theory]
    [InlineData("Fog closes port", "FOG CLOSES PORT", true)]
    [InlineData("Fog closes port", "“Fog” closes – port!", true)]
    [InlineData("Fog closes port", "Fog closes ports", false)]
    [InlineData("", "?!", true)]
    public void Compares_letters_and_digits_alone(string a, string b, bool expected) =>
        Assert.Equal(expected, HeadlineWords.Same(a, b));

    [Theory]
    [InlineData("Fog closes port again", "Fog closes port again")]
    [InlineData("Fog closes port", null)]
    [InlineData("port port port port", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Requires_four_different_words_of_a_headline(string? text, string? expected) =>
        Assert.Equal(expected, HeadlineWords.LongEnough(text));

    [Theory]
    [InlineData("Fog closes port", true)]
    [InlineData("Fog closes", false)]
    public void Identifies_longer_headlines_by_three_words(string text, bool expected) =>
        Assert.Equal(expected, HeadlineWords.HasBegun(text));

    [Theory]
    [InlineData("Fog closes port", "Thick fog closes port of Elster", true)]
    [InlineData("Fog closes port of Elster again", "Fog closes the port of Elster", true)]
    [InlineData("Fog closes port", "Ferry strike ends", false)]
    [InlineData("Fog", "Fog closes port", false)]
    [InlineData("Fog closes port", "", false)]
    public void Finds_nearly_all_words_of_one_text_in_the_other(string a, string b, bool expected) =>
        Assert.Equal(expected, HeadlineWords.Overlaps(a, b));

    [Theory]
    [InlineData("Fog closes port again", "port: fog closes", true)]
    [InlineData("Fog closes port", "Fog closes port", false)]
    [InlineData("Fog closes port", "Fog closes harbour", false)]
    public void Knows_texts_with_all_words_and_more(string text, string other, bool expected) =>
        Assert.Equal(expected, HeadlineWords.HasMoreThan(text, other));

    [Theory]
    [InlineData("Fog closes port again", "Fog closes port", true)]
    [InlineData("Fog closes port again", "Fog closes p…", true)]
    [InlineData("Fog closes port", "Fog closes port", false)]
    [InlineData("Again fog closes port", "Fog closes", false)]
    [InlineData("Fog closes port", "…", false)]
    public void Knows_texts_that_continue_another(string text, string other, bool expected) =>
        Assert.Equal(expected, HeadlineWords.Continues(text, other));

    [Fact]
    public void Splits_words_at_spaces_and_signs() =>
        Assert.Equal(
            ["30", "fog", "port", "s", "year"],
            HeadlineWords.Of("30-year fog (port’s) »FOG«").Order(StringComparer.Ordinal));

    [Fact]
    public void A_text_is_the_same_as_itself_in_capitals_and_continued_by_its_own_extension() =>
        Gen.String[Gen.Char["abc 123.,-"], 1, 20].Sample(text =>
        {
            Assert.True(HeadlineWords.Same(text, text.ToUpperInvariant()));
            Assert.Equal(HeadlineWords.Fold(text).Length > 0, HeadlineWords.Continues(text + "x", text));
            Assert.False(HeadlineWords.HasMoreThan(text, text));
        });
}
