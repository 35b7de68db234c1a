using NewsIndex.Articles;
using NewsIndex.LuceneSyntax;
using NewsIndex.Queries;
using NewsIndex.QueryText;
using NewsIndex.Results;

namespace NewsSearch.Tests.Backends;

/// <content>Words that nearly every article of a language has, in an index of several languages.</content>
public abstract partial class ArticleSearcherContract
{
    private protected static readonly Article[] EnglishNews =
    [
        Body("boe", "The Bank of England raised rates.") with { Headline = "Bank of England acts" },
        Body("banks", "Banks in England are closed. The price of oil rose, says the WHO of the people.") with { Headline = "Holiday" },
        Body("who", "The Who sang of a generation.") with { Headline = "On tour" },
        Body("hamlet", "To be or not to be, that is the question.") with { Headline = "At the theatre" },
        Body("vitamin", "Vitamin A is good for the eyes, and IT workers need it.") with { Headline = "Health" },
        Body("foxit", "Fox-IT found the intruders.") with { Headline = "FOX-IT" },
        Body("fox", "The fox was seen near AT&T, and a letter T.") with { Headline = "Foxes" },
        Body("t", "T-Mobile is not it, nor is Ford Model T.") with { Headline = "Plain" },
        Body("plain", "oil prices rise") with { Headline = "Plain" },
    ];

    [Theory]
    [InlineData("bank of england", "boe,banks")]
    [InlineData("the bank of the england", "boe,banks")]
    [InlineData("price of oil", "plain,banks")]
    [InlineData("headline:(bank AND of AND england)", "boe")]
    [InlineData("hlead:bank hlead:of", "boe,banks")]
    [InlineData("body:of body:bank", "boe,banks")]
    [InlineData("bank NEAR/3 of", "boe,banks")]
    [InlineData("bank NEAR/3 england NEAR/3 the", "boe,banks")]
    [InlineData("\"bank of england\"", "boe,banks")]
    [InlineData("exact:\"Bank of England\"", "boe")]
    [InlineData("bank NOT of", "boe,banks")]
    [InlineData("oil NOT \"of the\"", "plain,banks")]
    [InlineData("NOT the", "plain,t")]
    [InlineData("the", "boe,who,hamlet,fox,foxit,vitamin,banks")]
    [InlineData("the who", "who,banks")]
    [InlineData("to be or not to be", "hamlet")]
    [InlineData("vitamin A", "vitamin")]
    [InlineData("IT workers", "vitamin")]
    [InlineData("language:en bank of england", "boe,banks")]
    [InlineData("bank ANDMAYBE of", "boe,banks")]
    [InlineData("bank^2 AND of^3", "boe,banks")]
    [InlineData("(bank AND of) OR (oil AND the)", "boe,banks,plain")]
    [InlineData("fox-it", "foxit")]
    [InlineData("\"fox-it\"", "foxit")]
    [InlineData("headline:fox-it", "foxit")]
    [InlineData("fox -it", "fox,foxit")]
    [InlineData("AT&T", "fox")]
    [InlineData("\"AT&T\" fox", "fox")]
    [InlineData("fox NEAR/9 AT&T", "fox")]
    [InlineData("fox NOT fox-it", "fox")]
    [InlineData("quote:the OR question", "hamlet")]
    [InlineData("ATLEAST/1 of AND bank", "boe,banks")]
    [InlineData("FIRST/9 (the OR of) AND bank", "boe,banks")]
    [InlineData("bank NOT W/5 of", "boe,banks")]
    public async Task English_articles_are_found_whatever_other_languages_the_index_has(string typed, string ids)
    {
        foreach (var others in (IReadOnlyList<Article>[])[[], [ForeignArticles.OneInEachLanguage[6]], ForeignArticles.OneInEachLanguage,
            ForeignArticles.OfUnknownLanguage])
        {
            await WriteAsync([.. EnglishNews, .. others]);
            var found = (await SearchAsync(typed, pageSize: 100)).Hits.Where(hit => !hit.Id.StartsWith("foreign", StringComparison.Ordinal))
                .Select(hit => hit.Id);
            Assert.Equal(ids.Split(',').Order(), found.Order());
        }
    }

    [Fact]
    public async Task A_notice_names_the_languages_that_leave_out_a_word_where_not_all_do()
    {
        await WriteAsync(EnglishNews);
        Assert.Equal(["Stop words are not searched: of."], (await SearchAsync("bank of england")).Notices);
        Assert.Equal(["Stop words are not searched: IT. To search a word as it is written, use: exact:\"IT\"."],
            (await SearchAsync("IT workers")).Notices);
        Assert.Equal(
            [
                "In \"bank of england\" any word may stand in the place of a stop word; to search it as it is written, with its capitals, "
                + "use exact:\"bank of england\"."],
            (await SearchAsync("\"bank of england\"")).Notices);
        var tooLong = new string('x', 360);
        Assert.Equal(
            [$"Words of more than 255 characters are not searched: {tooLong[..40]}…."], (await SearchAsync($"bank {tooLong}")).Notices);
        await WriteAsync(ForeignArticles.OneInEachLanguage[6]);
        Assert.Equal(["Stop words are not searched: of (in English)."], (await SearchAsync("bank of england")).Notices);
        Assert.Equal(["Stop words are not searched: in."], (await SearchAsync("bank in england")).Notices);
        await WriteAsync([.. ForeignArticles.OfUnknownLanguage]);
        Assert.Equal(["Stop words are not searched: in (in English and German). Signs are not searched: &."],
            (await SearchAsync("bank & in england")).Notices);
        await WriteAsync([.. ForeignArticles.OneInEachLanguage]);
        Assert.Equal(["Stop words are not searched: in (in English, Dutch and 3 other languages)."],
            (await SearchAsync("bank in england")).Notices);
    }

    [Fact]
    public async Task Every_way_of_asking_leaves_out_the_same_words()
    {
        await WriteAsync([.. EnglishNews, ForeignArticles.OneInEachLanguage[6], .. ForeignArticles.OfUnknownLanguage]);
        // Two in English, and the three others, which have all three words: "of" is a stop word in none of their languages.
        const int Found = 5;
        await using var searcher = OpenSearcher();
        foreach (var reading in (QueryReading[])[
            QueryReader.Read("bank of england"),
            QueryReader.Read("bank AND of AND england"),
            QueryTextReader.Read("bank of england (", new QueryOptions { IsForgiving = true }),
            LuceneQueryReader.Read("+bank +of +england", new QueryOptions()),
            LuceneQueryReader.Read("bank AND of AND england", new QueryOptions())])
        {
            var query = reading.Query!;
            Assert.Equal(Found,
                (await searcher.SearchAsync(new QueryPlan { Query = query, PageSize = 0 }, CancellationToken.None)).Total.Articles);
            Assert.Equal(Found, (await searcher.SearchAsync(new QueryPlan { Query = query }, CancellationToken.None)).Hits.Count);
            var counted =
                await searcher.AggregateAsync(new AggregatePlan { Query = query, Facets = [FacetField.Language] }, CancellationToken.None);
            Assert.Equal((Found, 2), (counted.Total.Articles, counted.Facets[0].Values.Single(value => value.Id == "en").Articles));
            Assert.Equal(Found, await searcher.ExportAsync(new QueryPlan { Query = query }, CancellationToken.None).CountAsync());
        }

        var explained = await searcher.ExplainAsync(Plan("bank of england"), "boe", CancellationToken.None);
        Assert.True(explained!.Matches);
        Assert.Equal(0, explained.Parts.Single(part => part.Text == "of").Score);
    }

    [Theory]
    [InlineData("bank of engl")]
    [InlineData("bank")]
    [InlineData("price of oi")]
    [InlineData("the vitam")]
    public async Task A_suggested_word_finds_as_many_articles_as_it_says(string typed)
    {
        await WriteAsync(
            [.. EnglishNews, Body("more", "Banks, banks, banks; a vitamin, vitamins of oils."), .. ForeignArticles.OneInEachLanguage]);
        await using var searcher = OpenSearcher();
        var words = (await searcher.SuggestAsync(typed, null, 5, CancellationToken.None)).Items.Where(item =>
            item.Kind == SuggestionKind.Word).ToList();
        Assert.NotEmpty(words);
        foreach (var word in words)
            Assert.Equal(word.Articles, (await SearchAsync(word.Text, pageSize: 0)).Total.Articles);
    }
}
