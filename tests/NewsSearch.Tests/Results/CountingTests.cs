using CsCheck;
using NewsIndex.Results;

namespace NewsSearch.Tests.Results;

/// <summary>The arithmetic of counts against dictionaries and sorts.</summary>
public sealed class CountingTests
{
    private static readonly Gen<(string Value, long Articles)[]> Counts =
        Gen.Select(Gen.Char['a', 'z'], Gen.Long[0, 5]).Array[0, 20]
            .Select(pairs => pairs.Select(pair => (pair.Item1.ToString(), pair.Item2)).DistinctBy(pair => pair.Item1).ToArray());

    [Fact]
    public void The_most_frequent_values_are_the_first_of_a_sort() =>
        Gen.Select(Counts, Gen.Int[0, 25]).Sample((counts, limit) =>
            MostFrequent.Of(counts, limit, value => value).SequenceEqual(
                counts.OrderByDescending(each => each.Articles).ThenBy(each => each.Value, StringComparer.Ordinal).Take(limit)));

    [Fact]
    public void A_tally_counts_each_article_once_a_value() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 4]).Array[0, 60].Sample(pairs =>
        {
            var byArticle = pairs.OrderBy(pair => pair.Item1).ToList();
            using var tally = new ValueTally(5);
            foreach (var (article, value) in byArticle)
                tally.Count(value, article);
            var expected = byArticle.Distinct().GroupBy(pair => pair.Item2).OrderBy(group => group.Key)
                .Select(group => (group.Key, (long)group.Count())).ToList();
            return tally.Counted.SequenceEqual(expected) && tally.Distinct == expected.Count;
        });

    [Fact]
    public void Memory_that_is_borrowed_again_starts_at_zero()
    {
        using (var first = new ValueTally(3))
            first.Count(1, 7);
        using var second = new ValueTally(3);
        Assert.Empty(second.Counted);
    }

    [Theory]
    [InlineData("", "", "", null)]
    [InlineData("storm;coast", "", "", "No article matches all parts of the query together.")]
    [InlineData("storm", "", "", "No article matches the query.")]
    [InlineData("storm;coast", "strom", "", "No article matches strom.")]
    [InlineData("storm;coast", "a;b;c;d", "", "No article matches a or b or c.")]
    [InlineData("storm;coast", "", "out:storm:1", "No article matches all parts of the query together. Without storm: 1 article.")]
    [InlineData("storm;coast", "", "out:storm:1200", "No article matches all parts of the query together. Without storm: 1,200 articles.")]
    [InlineData("\"a b\";coast", "", "wide:\"a b\":3",
        "No article matches all parts of the query together. With wider instead of \"a b\": 3 articles.")]
    [InlineData("storm", "", "spell:storm:3", "No article matches the query.")]
    public void An_empty_result_is_explained_in_a_sentence(string clauses, string missing, string alternative, string? notice)
    {
        var empty = new EmptyResult(
            [.. Parts(clauses).Select(text => new ClauseCount(text, 0, 0))],
            Parts(missing),
            alternative.Length == 0 ? [] : [Read(alternative.Split(':'))]);
        Assert.Equal(notice, empty.Notice);
    }

    private static string[] Parts(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static Alternative Read(string[] parts) => new(
        parts[0] switch { "out" => AlternativeChange.LeftOut, "wide" => AlternativeChange.Widened, _ => AlternativeChange.Spelling },
        [parts[1]],
        parts[0] == "wide" ? "wider" : "",
        "query",
        long.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture));
}
