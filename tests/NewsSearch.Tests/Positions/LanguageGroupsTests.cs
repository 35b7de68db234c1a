using NewsIndex.Positions;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Positions;

public sealed class LanguageGroupsTests
{
    /// <summary>"die" is a stop word in German only, "de" in Spanish and French, "oil" nowhere.</summary>
    [Theory]
    [InlineData("oil", "de en es fr")]
    [InlineData("die", "de | en es fr")]
    [InlineData("oil die", "de | en es fr")]
    [InlineData("\"oil die\"", "de en es fr")]
    [InlineData("de OR die", "de | en | es fr")]
    public void Languages_that_leave_out_the_same_words_form_a_group(string typed, string expected)
    {
        var groups = LanguageGroups.Of(QueryReader.Read(typed).Query!, ["de", "en", "es", "fr"]);
        Assert.Equal(expected, string.Join(" | ", groups.Select(group => string.Join(' ', group)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void One_language_is_one_group() =>
        Assert.Equal([["en"]], LanguageGroups.Of(QueryReader.Read("the oil").Query!, ["en"]));
}
