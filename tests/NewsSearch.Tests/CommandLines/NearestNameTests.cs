using CommandLines;

namespace NewsSearch.Tests.CommandLines;

public sealed class NearestNameTests
{
    private static readonly string[] Names = ["search", "show", "similar", "--from", "--to", "--source"];

    [Theory]
    [InlineData("serch", "search")]
    [InlineData("saerch", "search")]
    [InlineData("SEARCH", "search")]
    [InlineData("searches", "search")]
    [InlineData("shwo", "show")]
    [InlineData("--form", "--from")]
    [InlineData("--frmo", "--from")]
    [InlineData("--t", "--to")]
    [InlineData("--sorce", "--source")]
    [InlineData("export", null)]
    [InlineData("--nonsense", null)]
    [InlineData("", null)]
    public void Suggests_a_name_within_one_edit_for_three_letters(string written, string? expected) =>
        Assert.Equal(expected, NearestName.To(written, Names));

    [Fact]
    public void Prefers_fewer_edits_and_then_the_first_name_in_order()
    {
        Assert.Equal("abcdef", NearestName.To("abcdex", ["abcxex", "abcdef"]));
        Assert.Equal("abcdea", NearestName.To("abcde", ["abcdeb", "abcdea"]));
    }

    [Fact]
    public void Suggests_nothing_without_names() => Assert.Null(NearestName.To("search", []));
}
