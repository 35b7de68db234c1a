using Indexer.Boilerplate;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Boilerplate;

public sealed class ParagraphsTests
{
    [Theory]
    [InlineData("Copyright  2019\tElster Post ", "copyright 2019 elster post")]
    [InlineData("ÜBER UNS", "über uns")]
    [InlineData("one\nline", "one line")]
    [InlineData("* * *", "")]
    [InlineData("12,5 %", "")]
    [InlineData("", "")]
    public void Normalises_case_and_white_space(string paragraph, string expected) => Assert.Equal(expected, Paragraphs.Fold(paragraph));

    [Theory]
    [InlineData("one\n\ntwo\n\n\n\nthree", "one|two|three")]
    [InlineData("one\ntwo", "one\ntwo")]
    [InlineData("", "")]
    public void Splits_a_body_at_empty_lines(string body, string expected) =>
        Assert.Equal(expected, string.Join('|', Paragraphs.Of(new Article { Id = "", Headline = "", Body = body })));
}
