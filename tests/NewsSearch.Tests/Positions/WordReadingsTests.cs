using NewsIndex.Positions;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Positions;

public sealed class WordReadingsTests
{
    [Theory]
    [InlineData("elections", "en", "elect")]
    [InlineData("the", "en", "")]
    [InlineData("die", "en", "die")]
    [InlineData("die", "de", "")]
    public void A_text_is_read_as_its_language_has_it(string text, string language, string expected)
    {
        // The last letter of a stem marks its language.
        var stems = new WordReadings().Of(text, language).Select(word => new string([.. word.Term.Where(char.IsAsciiLetter)]));
        Assert.Equal(expected, string.Join(' ', stems));
    }

    [Fact]
    public void A_text_is_analysed_once_a_language()
    {
        var readings = new WordReadings();
        Assert.Same(readings.Of("oil prices", "en"), readings.Of("oil prices", "en"));
        Assert.NotSame(readings.Of("oil prices", "en"), readings.Of("oil prices", "de"));
    }

    /// <summary>"die" is a stop word in German only, "de" in Spanish and French, "oil" nowhere.</summary>
    [Theory]
    [InlineData("oil", "de en es fr")]
    [InlineData("die", "de | en es fr")]
    [InlineData("oil die", "de | en es fr")]
    [InlineData("\"oil die\"", "de en es fr")]
    [InlineData("de OR die", "de | en | es fr")]
    public void Languages_that_leave_out_the_same_words_form_a_group(string typed, string expected)
    {
        var groups = new WordReadings().GroupsOf(QueryReader.Read(typed).Query!, ["de", "en", "es", "fr"]);
        Assert.Equal(expected, string.Join(" | ", groups.Select(group => string.Join(' ', group)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void One_language_is_one_group() =>
        Assert.Equal([["en"]], new WordReadings().GroupsOf(QueryReader.Read("the oil").Query!, ["en"]));
}
