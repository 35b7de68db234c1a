using System.Globalization;
using NewsIndex.Analysis;
using NewsIndex.Queries;
using NewsIndex.Suggesting;

namespace NewsSearch.Tests.Suggesting;

public sealed class SpellingCorrectorTests
{
    [Theory]
    [InlineData("minister", 0, "minsiter=0 minister=90", null)]
    [InlineData("minsiter", 0, "minsiter=0 minister=90", "minister")]
    [InlineData("minsiter", 0, "minister=90 minster=95", "minster")]
    [InlineData("minsiter", 4, "minsiter=4 minister=81", "minister")]
    [InlineData("minsiter", 4, "minsiter=4 minister=80", null)]
    [InlineData("minsiter", 20, "minsiter=20 minister=9000", null)]
    [InlineData("minsitre", 0, "minister=90", "minister")]
    [InlineData("minsitre", 1, "minsitre=1 minister=90", null)]
    [InlineData("gsa", 0, "gas=90", null)]
    [InlineData("prcie", 0, "price=90", "price")]
    [InlineData("prceis", 0, "prices=90", "prices")]
    [InlineData("1978", 0, "1987=90", null)]
    [InlineData("zzzzzz", 0, "minister=90", null)]
    public async Task A_rare_word_is_corrected_to_one_that_is_more_frequent_by_far(
        string typed, long found, string archive, string? expected)
    {
        var spellings = new ListedSpellings(archive);
        var corrector = CorrectorOf(spellings, query => spellings.ArticlesWith(query.ToString()));
        Assert.Equal(expected, (await corrector.CorrectAsync(Read(typed), found))?.Query);
    }

    [Fact]
    public async Task The_articles_of_a_correction_are_counted()
    {
        var corrector = CorrectorOf(new ListedSpellings("minister=90"), _ => 17);
        Assert.Equal(17, (await corrector.CorrectAsync(Read("minsiter"), 3))!.Articles);
    }

    [Fact]
    public async Task A_correction_that_finds_no_more_is_not_offered() =>
        Assert.Null(await CorrectorOf(new ListedSpellings("minister=90"), _ => 3).CorrectAsync(Read("minsiter"), 3));

    /// <summary>"prime" is the more frequent neighbour of "prive"; only "price" goes with "gas".</summary>
    [Fact]
    public async Task Spellings_are_tried_one_by_one_where_the_most_frequent_together_find_nothing()
    {
        var corrector = CorrectorOf(
            new ListedSpellings("prime=900 price=90 gas=50"), query => query.ToString() == Read("price gas").ToString() ? 5 : 0);
        Assert.Equal(Read("price gas").ToString(), (await corrector.CorrectAsync(Read("prive gas"), 0))?.Query);
    }

    [Fact]
    public async Task Not_more_than_eight_words_are_looked_up()
    {
        var spellings = new ListedSpellings("");
        await CorrectorOf(spellings, _ => 0).CorrectAsync(Read("aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj"), 0);
        Assert.Equal(8, spellings.Asked);
    }

    private static SpellingCorrector CorrectorOf(ISpellings spellings, Func<Query, long> count) => new(
        spellings, queries => ValueTask.FromResult<IReadOnlyList<long>>([.. queries.Select(count)]), CancellationToken.None);

    private static Query Read(string typed) => QueryReader.Read(typed).Query!;

    private sealed class ListedSpellings(string archive) : ISpellings
    {
        private readonly Dictionary<string, int> articles = archive.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(each => each.Split('=')[0], each => int.Parse(each.Split('=')[1], CultureInfo.InvariantCulture));

        public int Asked { get; private set; }

        public int ArticlesWith(string word)
        {
            Asked++;
            return articles.GetValueOrDefault(word);
        }

        public ValueTask<int> CountSpellingAsync(string word, CancellationToken cancellation) => ValueTask.FromResult(ArticlesWith(word));

        public ValueTask<IReadOnlyList<(string Word, int Articles)>> FindNearAsync(
            string word, int edits, int moreThan, CancellationToken cancellation) =>
            ValueTask.FromResult<IReadOnlyList<(string, int)>>([.. articles
                .Where(each => each.Key[0] == word[0] && each.Value > moreThan && EditDistance.IsWithin(each.Key, word, edits))
                .Select(each => (each.Key, each.Value))]);
    }
}
