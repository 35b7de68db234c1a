using Indexer.Extraction.Body;
using Indexer.Html;

namespace NewsSearch.Tests.Extraction.Body;

public sealed class BodyTrimTests
{
    private const string First = "The port of Elster was closed on Friday after a ship ran aground.";
    private const string Second = "Nobody was hurt, the port authority said in the evening.";

    [Theory]
    [InlineData("Advertisement")]
    [InlineData("READ MORE: Ferry strike ends")]
    [InlineData("Lesen Sie auch: Streik beendet")]
    [InlineData("À lire aussi")]
    [InlineData("Like this:")]
    [InlineData("Abbildung 3: Der Hafen")]
    [InlineData("© Elster Post")]
    [InlineData("Читайте также: Забастовка")]
    public void Knows_lines_between_paragraphs(string line) => Assert.True(BodyTrim.IsBetweenParagraphs(line));

    [Theory]
    [InlineData("Advertising is forbidden in the port.")]
    [InlineData("Like this: a ship in fog")]
    [InlineData("Relatedly, nobody was hurt.")]
    [InlineData("Please read more")]
    [InlineData("")]
    public void Knows_sentences_that_start_in_a_similar_way(string line) => Assert.False(BodyTrim.IsBetweenParagraphs(line));

    [Fact]
    public void Takes_no_line_of_three_hundred_characters_for_one_between_paragraphs() =>
        Assert.False(BodyTrim.IsBetweenParagraphs("Read more: " + new string('x', 289)));

    [Theory]
    [InlineData("<p>By Runa Feld</p>{0}{1}")]
    [InlineData("{0}<p>Advertisement</p>{1}")]
    [InlineData("{0}<figcaption>A ship in the fog of Elster in the morning.</figcaption>{1}")]
    [InlineData("{0}<p><a href='/strike'>Ferry strike ends after three weeks</a></p>{1}")]
    [InlineData("<h1>Fog closes port</h1>{0}{1}")]
    [InlineData("<p>Menu</p>{0}{1}<p>Contact us</p><p>Imprint</p>")]
    [InlineData("{0}{1}<p>Tags</p>")]
    public void Removes_what_is_not_text(string form)
    {
        var html = form.Replace("{0}", $"<p>{First}</p>", StringComparison.Ordinal)
            .Replace("{1}", $"<p>{Second}</p>", StringComparison.Ordinal);

        Assert.Equal([First, Second], Trimmed(html, isNamed: false));
    }

    [Fact]
    public void Keeps_headings_and_labels_between_paragraphs() =>
        Assert.Equal(
            [First, "What happened", "Three ships", Second],
            Trimmed($"<p>{First}</p><h2>What happened</h2><p>Three ships</p><p>{Second}</p>", isNamed: false));

    [Fact]
    public void Keeps_labels_at_the_ends_of_a_marked_body() =>
        Assert.Equal(
            ["Elster, the port, Friday", First, "(rf)"],
            Trimmed($"<p>Elster, the port, Friday</p><p>{First}</p><p>(rf)</p>", isNamed: true));

    [Fact]
    public void Gives_nothing_without_sentences() => Assert.Empty(Trimmed("<p>Menu</p><p>Imprint</p>", isNamed: false));

    private static IEnumerable<string> Trimmed(string html, bool isNamed) =>
        BodyTrim.Trim(new FoundBody(TextBlocks.Of(TestPage.Of(html).Body!), isNamed), "Fog closes port").Select(block => block.Text);
}
