using System.Text;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Articles;

public sealed class ArticleRecordTests
{
    [Fact]
    public void Reads_back_everything_that_it_writes()
    {
        var article = new Article
        {
            Id = "a/1",
            Headline = "Kim\u2019s \"dialogue\"",
            Body = "One.\n\nTwo \U0001F600.",
            Published = new PublishedDate(PartialDate.OfMonth(1987, 10), new TimeOnly(12, 20), DateProvenance.Text),
            Source = "The Courier",
            Url = "https://courier.example/1",
            Language = "en",
            Section = "labour",
            Authors = ["Marta Dahl", "Oskar Finn"],
            Tags = ["harbour"],
            Entities = [
                new NamedEntity("Ilse Brandt", EntityType.Person), new NamedEntity("UN", EntityType.Organization),
                new NamedEntity("Japan", EntityType.Place)],
        };
        Assert.Equal(ArticleRecord.ToJson(article), ArticleRecord.ToJson(ArticleRecord.Read(ArticleRecord.ToJson(article))));
    }

    [Theory]
    [InlineData("""{"headline":"cut""", "not valid JSON")]
    [InlineData("""[1]""", "expected an object")]
    [InlineData("""{}""", "neither \"headline\" nor \"body\"")]
    [InlineData("""{"headline":"  ","body":null}""", "neither \"headline\" nor \"body\"")]
    [InlineData("""{"headline":5}""", "\"headline\" is a number")]
    [InlineData("""{"headline":"x","published":"10/19/1987"}""", "\"published\" is \"10/19/1987\"; expected 1987")]
    [InlineData("""{"headline":"x","time_of_day":"25:00"}""", "\"time_of_day\" is \"25:00\"")]
    [InlineData("""{"headline":"x","published":"1987","published_from":"dream"}""", "\"published_from\" is \"dream\"")]
    [InlineData("""{"headline":"x","authors":"me"}""", "\"authors\" is a string; expected a list")]
    [InlineData("""{"headline":"x","entities":[{"name":"y","type":"ship"}]}""", "the type of an entity is \"ship\"")]
    [InlineData("""{"headline":"\ud800"}""", "surrogate")]
    public void Says_what_is_wrong(string json, string message) =>
        Assert.Contains(
            message, Assert.Throws<ArticleRecordException>(() => ArticleRecord.Read(Encoding.UTF8.GetBytes(json))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void An_article_with_a_URL_keeps_its_id_when_its_text_changes()
    {
        var before = new Article { Id = "", Url = "https://courier.example/1", Headline = "Before" };
        Assert.Equal(ArticleId.Derive(before), ArticleId.Derive(before with { Headline = "After" }));
    }

    [Fact]
    public void The_same_text_of_two_sources_is_two_articles()
    {
        var article = new Article { Id = "", Source = "A", Headline = "Wire story" };
        Assert.NotEqual(ArticleId.Derive(article), ArticleId.Derive(article with { Source = "B" }));
    }

    [Fact]
    public void An_id_is_the_same_on_every_machine_and_run() =>
        Assert.Equal("8b928ce9", ArticleId.Derive(new Article { Id = "", Headline = "Fog closes Port Elster" })[..8]);
}
