using NewsIndex.Articles;
using NewsIndex.Results;

namespace NewsSearch.Tests.Results;

public sealed class ConcordanceTests
{
    [Theory]
    [InlineData("A storm hit the coast.", "storm", 7, "A [storm] hit")]
    [InlineData("A storm hit the coast.", "storm", 100, "A [storm] hit the coast.")]
    [InlineData("A storm hit the coast.", "storm", 0, "[storm]")]
    [InlineData("the prime minister spoke", "prime minister", 50, "the [prime minister] spoke")]
    [InlineData("A storm. A storm.", "storm", 50, "A [storm]. A storm.|A storm. A [storm].")]
    [InlineData("First line\nsecond storm\there", "storm", 50, "First line second [storm] here")]
    public void Every_occurrence_is_a_line_with_whole_words_around_it(string body, string words, int context, string lines) =>
        Assert.Equal(lines, string.Join('|', Concordance.LinesOf(HitOf("a", "", body, words), context).Select(Shown)));

    [Fact]
    public void The_headline_comes_before_the_body()
    {
        var lines = Concordance.LinesOf(HitOf("a", "Storm hits", "A storm came.", "Storm", "storm"), 20).ToList();
        Assert.Equal(["headline", "body"], lines.Select(line => line.Field));
        Assert.Equal([0, 2], lines.Select(line => line.Start));
    }

    [Theory]
    [InlineData(ConcordanceOrder.Articles, "b1 a1 c1")]
    [InlineData(ConcordanceOrder.Left, "a1 c1 b1")]
    [InlineData(ConcordanceOrder.Right, "c1 b1 a1")]
    [InlineData(ConcordanceOrder.Source, "c1 a1 b1")]
    public void Lines_are_sorted_by_what_stands_beside_the_match(ConcordanceOrder order, string ids)
    {
        var lines = new[]
        {
            HitOf("b1", "", "the worst storm in years", "storm") with { },
            HitOf("a1", "", "an autumn storm yesterday", "storm"),
            HitOf("c1", "", "a summer storm at sea", "storm"),
        }.Zip(["Post", "Courier", ""], WithSource).SelectMany(hit => Concordance.LinesOf(hit, 40));
        Assert.Equal(ids, string.Join(' ', Concordance.Sort(lines, order).Select(line => line.ArticleId)));
    }

    [Theory]
    [InlineData(ConcordanceOrder.Articles)]
    [InlineData(ConcordanceOrder.Left)]
    public void A_hit_whose_matches_could_not_be_found_has_a_line_that_says_so(ConcordanceOrder order)
    {
        var damaged = HitOf("a", "", "A storm.", "storm") with { Notice = "offsets do not fit", Matches = new HitMatches([], []) };
        var line = Assert.Single(Concordance.Sort(Concordance.LinesOf(damaged, 10), order));
        Assert.Equal(("a", "", "offsets do not fit"), (line.ArticleId, line.Match, line.Problem));
    }

    [Fact]
    public void A_hit_without_matches_is_the_callers_mistake() =>
        Assert.Throws<ArgumentException>(() => Concordance.LinesOf(HitOf("a", "", "storm", "storm") with { Matches = null }, 10));

    private static string Shown(ConcordanceLine line) => $"{line.Left}[{line.Match}]{line.Right}";

    private static Hit WithSource(Hit hit, string source) =>
        hit with { Article = hit.Article! with { Article = hit.Article!.Article with { Source = source.Length == 0 ? null : source } } };

    private static Hit HitOf(string id, string headline, string body, params string[] words)
    {
        var article = new Article { Id = id, Headline = headline, Body = body };
        return new Hit(id, new StoredArticle(article, "", DateTimeOffset.UnixEpoch, 1, id), 1, [])
        {
            Matches = new HitMatches(RangesOf(headline, words), RangesOf(body, words)),
        };
    }

    private static List<TextRange> RangesOf(string text, string[] words)
    {
        var ranges = new List<TextRange>();
        foreach (var word in words.SelectMany(each => each.Split(' ')))
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
                ranges.Add(new TextRange(at, at + word.Length));
        }

        return [.. ranges.OrderBy(range => range.Start)];
    }
}
