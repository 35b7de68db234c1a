using Indexer.Extraction.Elements;
using Indexer.Html;

namespace NewsSearch.Tests.Extraction.Elements;

public sealed class BlockTextTests
{
    private const string Sentence = "The port of Elster was closed on Friday.";

    [Theory]
    [InlineData("The port was closed.", true)]
    [InlineData("“The port was closed.”", true)]
    [InlineData("Was the port closed?", true)]
    [InlineData("港は閉鎖された。", true)]
    [InlineData("बंदरगाह बंद था।", true)]
    [InlineData("The mayor said:", true)]
    [InlineData("The port was closed (again.)", true)]
    [InlineData("More from Elster", false)]
    [InlineData("»", false)]
    [InlineData("", false)]
    public void Knows_the_end_of_a_sentence_in_any_script(string text, bool expected) =>
        Assert.Equal(expected, BlockText.EndsASentence(text));

    [Theory]
    [InlineData($"<p>{Sentence}</p>", true)]
    [InlineData("<p>Closed on Friday.</p>", false)]
    [InlineData("<p>The port of Elster was closed on Friday</p>", false)]
    [InlineData($"<h2>{Sentence}</h2>", false)]
    [InlineData($"<figcaption>{Sentence}</figcaption>", false)]
    [InlineData($"<li>{Sentence}</li>", true)]
    [InlineData($"<p><a href='/'>{Sentence}</a></p>", false)]
    [InlineData("<p>The <a href='/port'>port of Elster</a> was closed on Friday.</p>", true)]
    [InlineData("<p>霧のためエルスター港は金曜日に閉鎖された。</p>", true)]
    public void Distinguishes_sentences_from_labels(string html, bool expected) =>
        Assert.Equal(expected, BlockText.IsSentences(TextBlocks.Of(TestPage.Of(html).Body!)[0]));

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    public void Takes_text_of_a_hundred_characters_without_an_end(int length, bool expected) =>
        Assert.Equal(expected, BlockText.IsSentences(TextBlocks.Of(TestPage.Of($"<p>{new string('x', length)}</p>").Body!)[0]));
}
