using Indexer.Dates;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Dates;

public sealed class StatedDateTests
{
    [Theory]
    [InlineData("Published: 17 November 2019\n\nA ship ran aground.", "2019-11-17")]
    [InlineData("Date: 17 November 2019\n\nA ship ran aground.", "2019-11-17")]
    [InlineData("Erschienen am 17. November 2019\nEin Schiff lief auf Grund.", "2019-11-17")]
    [InlineData("(17. November 2019) Ein Schiff lief auf Grund.", "2019-11-17")]
    [InlineData("17.11.2019 – Ein Schiff lief auf Grund.", "2019-11-17")]
    [InlineData("ELSTER, Nov. 17, 2019 (EPA) - A ship ran aground.", "2019-11-17")]
    [InlineData("ELSTER, Mass., November 17, 2019 /Newswire/ -- A ship ran aground.", "2019-11-17")]
    [InlineData("ELSTER – 17 November 2019 – A ship ran aground.", "2019-11-17")]
    [InlineData("ELSTER, Nov. 17 (EPA) - A ship ran aground.", null)]
    [InlineData("A ship that was built on 17 November 2019 ran aground.", null)]
    [InlineData("The port, which opened on 17 November 2019, is closed – for now.", null)]
    [InlineData("(2019) A ship ran aground.", null)]
    [InlineData("", null)]
    public void A_text_states_a_day_only_in_front_of_its_first_words(string text, string? expected) =>
        Assert.Equal(expected, StatedDate.Of(text, default)?.Date?.ToString());

    [Theory]
    [InlineData("2019-11-18T09:05:00+01:00", "Published: 12 November 2019", "2019-11-12", DateProvenance.Text, "2019-11-18T09:05:00+01:00")]
    [InlineData("2019-11-18T09:05:00+01:00", "Published: 18 November 2019", "2019-11-18T09:05:00+01:00", DateProvenance.Metadata, null)]
    [InlineData("2019-11-18T23:05:00Z", "Published: 19 November 2019", "2019-11-18T23:05:00Z", DateProvenance.Metadata, null)]
    [InlineData(
        "2019-11-18T09:05:00+01:00", "Date: 1 December 2019\n\nThe port invites to a tour.", "2019-11-18T09:05:00+01:00",
        DateProvenance.Metadata, "2019-12-01")]
    [InlineData("2019-11-18T09:05:00+01:00", "A ship ran aground.", "2019-11-18T09:05:00+01:00", DateProvenance.Metadata, null)]
    [InlineData(null, "Published: 12 November 2019", "2019-11-12", DateProvenance.Text, null)]
    [InlineData(null, "A ship ran aground.", null, DateProvenance.None, null)]
    public void What_an_article_says_counts_before_when_it_was_sent(
        string? sent, string text, string? expected, DateProvenance from, string? conflict)
    {
        var published = StatedDate.OrSent(
            sent is null ? PublishedDate.Unknown : new PublishedDate(Date(sent), null, DateProvenance.Metadata), text, default);

        Assert.Equal((expected, from), (published.Date?.ToString(), published.Provenance));
        Assert.Equal(conflict, published.Conflicts.SingleOrDefault()?.Date.ToString());
    }

    private static PartialDate Date(string text) => PartialDate.TryParse(text, out var date) ? date : throw new FormatException(text);
}
