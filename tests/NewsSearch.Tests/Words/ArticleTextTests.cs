using CsCheck;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.NearDuplicates;
using NewsIndex.Words;

namespace NewsSearch.Tests.Words;

/// <summary>What is made of known words is what is made of the text.</summary>
public sealed class ArticleTextTests
{
    private static readonly Gen<Article> Articles =
        Gen.Select(EnglishTexts.Words, EnglishTexts.Words.Array[0, 9].Select(parts => string.Join(' ', parts)), English);

    [Fact]
    public void Copies_and_embeddings_are_those_of_the_text() => Articles.Sample(AssertEqual, iter: 3_000);

    [Fact]
    public void Passages_are_cut_where_they_are_in_the_text()
    {
        for (var words = 95; words < 520; words += 5)
        {
            var body = string.Join(' ', Enumerable.Range(0, words).Select(i => $"word{i % 97} organisations"));
            AssertEqual(English("Storm hits the coast", body));
        }
    }

    [Theory]
    [InlineData("__ alone")]
    [InlineData("Straße")]
    [InlineData("x \u0001 y\u0001z")]
    public void A_headline_of_other_characters_leaves_the_body_as_it_is(string headline) =>
        AssertEqual(English(headline, "The harbour was closed on Monday."));

    [SharedDataFact]
    public void Copies_and_embeddings_of_real_articles_are_those_of_the_text()
    {
        foreach (var article in EnglishTexts.OfArchives())
            AssertEqual(article);
    }

    private static Article English(string headline, string body) => new() { Id = "a", Headline = headline, Body = body, Language = "en" };

    private static void AssertEqual(Article article)
    {
        var text = ArticleText.Of(article);
        Assert.Equal(ComparedText.ShinglesOf(article.Headline, article.Body), text.ToShingles());
        Assert.Equal(ArticleEmbedding.ToBytes(article), ArticleEmbedding.OfWords(text.ToPieces()));
    }
}
