using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Results;
using SearchService.Replies;
using Kind = NewsSearch.V1.Article.Types.Kind;
using Precision = NewsSearch.V1.PublishedDate.Types.Precision;
using Provenance = NewsSearch.V1.PublishedDate.Types.Provenance;

namespace NewsSearch.Tests.Service.Replies;

public sealed class ArticleRepliesTests
{
    private static readonly DateTimeOffset Indexed = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly EntityReference Jane = new(EntityType.Person, "person:jane roe");

    private static readonly StoredArticle Full = new(
        new Article
        {
            Id = "1",
            Headline = "Jane Roe speaks",
            Body = "Roe spoke.",
            Source = "Herald",
            Url = "https://a.example/1",
            Language = "en",
            Section = "News",
            Authors = ["A", "B"],
            Tags = ["x"],
            Entities = [new NamedEntity("UN", EntityType.Organization)],
        },
        "hash", Indexed, 2, "0")
    {
        Mentions = [new ArticleMention(Jane, MentionZone.Headline, 0, 8), new ArticleMention(Jane, MentionZone.Body, 0, 3)],
    };

    [Fact]
    public void A_whole_article_has_everything_that_is_known_of_it()
    {
        var sent = ArticleReplies.From(Full, Full.Mentions.Select(mention => new NamedMention(mention, "Jane Roe")));
        Assert.Equal(("1", "Jane Roe speaks", "Roe spoke.", "Herald", "https://a.example/1", "en", "News"),
            (sent.Id, sent.Headline, sent.Body, sent.Source, sent.Url, sent.Language, sent.Section));
        Assert.Equal(("hash", Indexed, 2, "0", Kind.Article),
            (sent.ContentHash, sent.IndexedAt.ToDateTimeOffset(), sent.Revision, sent.CopyGroup, sent.Kind));
        Assert.Equal("A,B|x|UN Organization",
            $"{string.Join(',', sent.Authors)}|{string.Join(',', sent.Tags)}|{sent.Entities[0].Name} {sent.Entities[0].Type}");
        Assert.Equal([("headline", 0, 8, "Jane Roe"), ("body", 0, 3, "Jane Roe")],
            sent.Mentions.Select(mention => (mention.Field, mention.Start, mention.End, mention.Entity.Name)));
    }

    [Fact]
    public void What_is_not_known_of_an_article_is_empty()
    {
        var sent = ArticleReplies.WithBody(Full with { Article = new Article { Id = "1", Headline = "Storm" } });
        Assert.Equal(("", "", "", "", Kind.Headline), (sent.Source, sent.Url, sent.Language, sent.Section, sent.Kind));
        Assert.Equal(("", Precision.Unknown, Provenance.None, false),
            (sent.Published.Value, sent.Published.Precision, sent.Published.Provenance, sent.Published.Reliable));
    }

    [Fact]
    public void A_hit_has_neither_body_nor_mentions_and_keeps_its_kind()
    {
        var sent = ArticleReplies.WithoutBody(Full);
        Assert.Equal(("", "", 0, null, Kind.Article),
            (sent.Body, sent.ContentHash, sent.Mentions.Count, sent.IndexedAt, sent.Kind));
    }

    public static TheoryData<PublishedDate, string, Precision, string> Dates => new()
    {
        { new(PartialDate.OfYear(1987), null, DateProvenance.Text), "1987", Precision.Year, "" },
        { new(PartialDate.OfMonth(1987, 10), null, DateProvenance.Text), "1987-10", Precision.Month, "" },
        {
            new(PartialDate.OfDay(new DateOnly(1987, 10, 19)), new TimeOnly(12, 20), DateProvenance.Text),
            "1987-10-19", Precision.Day, "12:20"
        },
        {
            new(PartialDate.OfInstant(new DateTimeOffset(1987, 10, 19, 14, 5, 0, TimeSpan.Zero)), null, DateProvenance.Text),
            "1987-10-19T14:05:00Z", Precision.Instant, ""
        },
        { new(null, new TimeOnly(12, 20, 5), DateProvenance.Text), "", Precision.MinuteOfDay, "12:20:05" },
    };

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_date_is_as_precise_as_it_is_known(PublishedDate date, string value, Precision precision, string timeOfDay)
    {
        var sent = ArticleReplies.WithBody(Dated(date)).Published;
        Assert.Equal((value, precision, timeOfDay), (sent.Value, sent.Precision, sent.TimeOfDay));
    }

    [Theory]
    [InlineData(DateProvenance.None, Provenance.None)]
    [InlineData(DateProvenance.Text, Provenance.Text)]
    [InlineData(DateProvenance.Metadata, Provenance.Metadata)]
    [InlineData(DateProvenance.Url, Provenance.Url)]
    [InlineData(DateProvenance.Path, Provenance.Path)]
    [InlineData(DateProvenance.Argument, Provenance.Argument)]
    public void A_date_and_a_conflicting_one_say_where_they_were_found(DateProvenance provenance, Provenance expected)
    {
        var sent = ArticleReplies.WithBody(Dated(new PublishedDate(PartialDate.OfYear(1987), null, provenance)
        {
            Conflicts = [new ConflictingDate(PartialDate.OfYear(1988), provenance)],
        })).Published;
        Assert.Equal((expected, "1988", expected), (sent.Provenance, sent.Conflicts[0].Value, sent.Conflicts[0].Provenance));
    }

    [Theory]
    [InlineData(2026, true)]
    [InlineData(2027, false)]
    public void A_date_later_than_its_indexing_is_not_reliable(int year, bool reliable) => Assert.Equal(
        reliable, ArticleReplies.WithBody(Dated(new PublishedDate(PartialDate.OfYear(year), null, DateProvenance.Text)))
            .Published.Reliable);

    [Fact]
    public void Mentions_are_sent_as_corrected()
    {
        var janet = new EntityReference(EntityType.Person, "person:janet poe");
        Assert.Equal("person:janet poe,person:janet poe", MentionsAfter(new EntityCorrection.Merge(1, "desk", Indexed, "", Jane, janet)));
        Assert.Equal("", MentionsAfter(new EntityCorrection.Hide(1, "desk", Indexed, "", Jane, "1")));
        Assert.Equal("person:jane roe,person:janet poe",
            MentionsAfter(new EntityCorrection.Split(1, "desk", Indexed, "", Jane, ["roe"], [], janet, "Janet Poe")));

        static string MentionsAfter(EntityCorrection correction) => string.Join(
            ',', CorrectedMentions.Of(Full, new EntityCorrections([correction])).Select(mention => mention.Entity.Id));
    }

    private static StoredArticle Dated(PublishedDate published) => Full with { Article = Full.Article with { Published = published } };
}
