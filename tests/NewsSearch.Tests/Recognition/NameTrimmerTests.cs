using Recognition;
using Recognition.Tagging;
using Recognition.Text;

namespace NewsSearch.Tests.Recognition;

public sealed class NameTrimmerTests
{
    [Theory]
    [InlineData("Mr. Smith", "Smith")]
    [InlineData("President Donald Trump", "Donald Trump")]
    [InlineData("Sir Gen. Smith", "Smith")]
    [InlineData("“ Smith ”", "Smith")]
    [InlineData("Smith 's", "Smith")]
    [InlineData("Smith ’s \"", "Smith")]
    [InlineData("President", "President")]
    [InlineData("The Edge", "The Edge")]
    public void Removes_titles_and_punctuation_from_persons(string name, string expected) =>
        Assert.Equal(expected, Trim(name, TagScheme.Person));

    [Theory]
    [InlineData("the White House", "White House")]
    [InlineData("The White House", "White House")]
    [InlineData("THE WHITE HOUSE", "THE WHITE HOUSE")]
    [InlineData("Dr Pepper", "Dr Pepper")]
    public void Removes_the_article_but_no_title_from_other_names(string name, string expected) =>
        Assert.Equal(expected, Trim(name, TagScheme.Organization));

    [Theory]
    [InlineData("US", "US")]
    [InlineData("us", null)]
    [InlineData("WHO", "WHO")]
    [InlineData("Who", null)]
    [InlineData("Monday", null)]
    [InlineData("Inc.", null)]
    [InlineData("A", null)]
    [InlineData("习", "习")]
    [InlineData("1987", null)]
    [InlineData("--", null)]
    [InlineData("\" \"", null)]
    [InlineData("The The", null)]
    public void Rejects_common_words_single_letters_and_numbers(string name, string? expected) =>
        Assert.Equal(expected, Trim(name, TagScheme.Organization));

    [Theory]
    [InlineData("www.example.org")]
    [InlineData("see https://example.org")]
    [InlineData("smith@example.org")]
    [InlineData("non-OPEC")]
    [InlineData("Non-Aligned Movement")]
    public void Rejects_addresses_and_negations(string name) => Assert.Null(Trim(name, TagScheme.Organization));

    [Fact]
    public void Trims_only_the_span()
    {
        var sentence = Assert.Single(SentenceSplitter.Split("Mr Smith met Mr Jones"));
        Assert.Equal((16, 21), NameTrimmer.Trim(sentence, new TagSpan(3, 5, TagScheme.Person)));
    }

    private static string? Trim(string name, int type)
    {
        var start = 0;
        var tokens = new List<Token>();
        foreach (var word in name.Split(' '))
        {
            tokens.Add(new Token(word, start, start + word.Length));
            start += word.Length + 1;
        }

        return NameTrimmer.Trim([.. tokens], new TagSpan(0, tokens.Count, type)) is { } kept ? name[kept.Start..kept.End] : null;
    }
}
