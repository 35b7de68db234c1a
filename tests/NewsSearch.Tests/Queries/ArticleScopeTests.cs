using NewsIndex.Queries;

namespace NewsSearch.Tests.Queries;

public sealed class ArticleScopeTests
{
    [Theory]
    [InlineData("source:times")]
    [InlineData("source:times OR section:sport")]
    [InlineData("language:en date:1987 NOT tag:secret")]
    [InlineData("date:none OR author:lee")]
    [InlineData("NOT (source:times OR source:herald)")]
    public void Labels_and_dates_are_filters_of_a_scope(string typed)
    {
        var filter = QueryReader.Read(typed).Query!;
        Assert.Equal(filter, ArticleScope.Of(filter).Filter);
    }

    [Theory]
    [InlineData("storm", "storm")]
    [InlineData("source:times storm", "storm")]
    [InlineData("NOT (source:times person:smith)", "person:\"smith\"")]
    [InlineData("source:times dup:only", "dup:only")]
    [InlineData("source:times dup:first", "dup:first")]
    [InlineData("st*", "st*")]
    public void Other_clauses_are_refused_by_name(string typed, string clause)
    {
        var refused = Assert.Throws<ArgumentException>(() => ArticleScope.Of(QueryReader.Read(typed).Query!));
        Assert.Contains($"{clause} is no filter of a scope; expected", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scopes_of_the_same_filter_are_equal()
    {
        Assert.Equal(ArticleScope.OfSources("Times", "Herald"), ArticleScope.OfSources("Times", "Herald"));
        Assert.NotEqual(ArticleScope.OfSources("Times"), ArticleScope.OfSources("Herald"));
        Assert.Equal(ArticleScope.Everything, ArticleScope.Of(new Query.Everything()));
        Assert.NotEqual(ArticleScope.Everything, ArticleScope.Nothing);
    }

    [Fact]
    public void A_list_of_no_sources_shows_nothing() => Assert.Equal(ArticleScope.Nothing, ArticleScope.OfSources());
}
