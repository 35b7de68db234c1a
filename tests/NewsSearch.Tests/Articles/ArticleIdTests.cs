using NewsIndex.Articles;

namespace NewsSearch.Tests.Articles;

public sealed class ArticleIdTests
{
    private static readonly Article Sample = new() { Id = "", Headline = "Storm", Body = "A storm.", Source = "The Courier" };

    [Fact]
    public void An_article_with_an_address_is_known_by_it_whatever_its_text() =>
        Assert.Equal(
            ArticleId.Derive(Sample with { Url = "https://example.com/1" }),
            ArticleId.Derive(new Article { Id = "", Url = "https://example.com/1", Body = "another" }));

    public static TheoryData<Article> Others => new(
        Sample with { Headline = "Storms" },
        Sample with { Body = "A storm!" },
        Sample with { Source = "Evening Post" },
        Sample with { Source = null },
        Sample with { Published = Sample.Published with { Date = PartialDate.OfYear(1987) } },
        Sample with { Headline = "StormA", Body = " storm." });

    [Theory]
    [MemberData(nameof(Others))]
    public void An_article_without_an_address_is_known_by_source_date_and_text(Article other) =>
        Assert.NotEqual(ArticleId.Derive(Sample), ArticleId.Derive(other));

    [Fact]
    public void An_id_is_the_same_on_every_machine()
    {
        Assert.Equal(ArticleId.Derive(Sample), ArticleId.Derive(Sample with { }));
        Assert.Equal(32, ArticleId.Derive(Sample).Length);
        Assert.All(ArticleId.Derive(Sample), c => Assert.True(char.IsAsciiHexDigitLower(c)));
    }

    [Fact]
    public void A_name_is_of_its_source_and_is_no_address()
    {
        Assert.NotEqual(ArticleId.DeriveFromName("a", "1"), ArticleId.DeriveFromName("b", "1"));
        Assert.NotEqual(
            ArticleId.DeriveFromName(null, "https://example.com/1"), ArticleId
                .Derive(new Article { Id = "", Url = "https://example.com/1" }));
    }
}
