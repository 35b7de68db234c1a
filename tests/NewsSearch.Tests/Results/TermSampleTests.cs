using NewsIndex.Results;

namespace NewsSearch.Tests.Results;

public sealed class TermSampleTests
{
    private static readonly Dictionary<string, int> Archive = new() { ["oil"] = 20, ["said"] = 900, ["opec"] = 4, ["rare"] = 1 };

    [Fact]
    public void Frequent_words_are_listed_by_frequency_and_distinctive_ones_by_significance()
    {
        var terms = TermsOf(10, "oil said opec", "oil said opec", "oil said", "said");
        Assert.Equal(4, terms.Sample);
        Assert.Equal(["said=4", "oil=3", "opec=2"], terms.Top.Select(term => $"{term.Word}={term.Articles}"));
        Assert.Equal(["oil", "opec", "said"], terms.Distinctive.Select(term => term.Word));
    }

    [Fact]
    public void A_word_that_is_no_more_frequent_than_in_the_archive_is_not_distinctive()
    {
        var terms = TermsOf(10, "oil said", "oil said", "oil", "oil", "oil");
        Assert.Equal(["oil"], terms.Distinctive.Select(term => term.Word));
        Assert.Equal(0, terms.Top.Single(term => term.Word == "said").Significance);
    }

    [Fact]
    public void A_word_of_one_article_is_left_out_unless_the_sample_is_one_article()
    {
        Assert.DoesNotContain(TermsOf(10, "oil rare", "oil").Top, term => term.Word == "rare");
        Assert.Contains(TermsOf(10, "oil rare").Top, term => term.Word == "rare");
    }

    [Fact]
    public void The_archive_has_at_least_the_articles_of_the_sample() =>
        Assert.Equal(3, TermsOf(10, "new", "new", "new").Top.Single().ArchiveArticles);

    [Fact]
    public void Ties_are_in_the_order_of_the_words_and_the_limit_holds_for_either_list()
    {
        var terms = TermsOf(2, "b a c", "a b c");
        Assert.Equal(["a", "b"], terms.Top.Select(term => term.Word));
        Assert.Equal(["a", "b"], terms.Distinctive.Select(term => term.Word));
    }

    [Fact]
    public void No_articles_have_no_words() => Assert.Empty(TermsOf(10).Top);

    private static DistinctiveTerms TermsOf(int limit, params string[] articles)
    {
        var sample = new TermSample();
        foreach (var article in articles)
            sample.Add(article.Split(' ').ToHashSet());
        return sample.Terms([.. sample.Candidates.Select(word => (word, Archive.GetValueOrDefault(word, 1)))], 1000, limit);
    }
}
