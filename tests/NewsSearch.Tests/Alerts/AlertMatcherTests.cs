using CsCheck;
using NewsIndex;
using NewsIndex.Alerts;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Alerts;

/// <summary>Over generated articles and queries, each match is delivered once, whatever the watcher is cut off at.</summary>
public sealed class AlertMatcherTests
{
    private static readonly string[] Words = ["storm", "coast", "minister", "oil", "quagga"];

    /// <summary>Queries, and whether they match the words of an article.</summary>
    private static readonly (string Query, Func<IReadOnlyList<string>, bool> Matches)[] Queries =
    [
        ("storm", words => words.Contains("storm")),
        ("storm AND oil", words => words.Contains("storm") && words.Contains("oil")),
        ("coast OR quagga", words => words.Contains("coast") || words.Contains("quagga")),
        ("minister -oil", words => words.Contains("minister") && !words.Contains("oil")),
        ("\"storm coast\"", words => Enumerable.Range(0, words.Count).Any(i => words.Skip(i).Take(2).SequenceEqual(["storm", "coast"]))),
        ("min*", words => words.Contains("minister")),
    ];

    /// <summary>Some commits; a later article may replace an earlier one.</summary>
    private static readonly Gen<(int Id, int[] Words)[][]> Commits =
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, Words.Length - 1].Array[1, 4]).Array[1, 12].Array[1, 5];

    [Fact]
    public void Each_arrival_that_matches_is_delivered_once() => Gen.Select(Commits, Gen.Int[1, 3], Gen.Int[0, 1_000_000]).Sample(
        (commits, page, seed) => RunAsync(commits, page, new Random(seed)).GetAwaiter().GetResult(), iter: 15, threads: 1);

    /// <summary>An alert of an earlier index, with a greater number than the new index has.</summary>
    [Theory]
    [InlineData(1, "1, 2")]
    [InlineData(9_000, "1, 2")]
    public async Task An_alert_goes_on_in_an_index_that_was_built_anew(long since, string expected)
    {
        using var folder = new TemporaryFolder();
        var options = new NewsIndexOptions { Directory = folder.File("index") };
        await WriteAsync(options, [("before", "fog")]);
        Generation begin;
        await using (var first = NewsIndexServices.OpenSearcher(options, TimeProvider.System))
            begin = await new AlertMatcher(first).NewestAsync(CancellationToken.None);
        await WriteAsync(options, [("1", "storm"), ("2", "a storm")]);
        await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        var matcher = new AlertMatcher(searcher);
        var alert = new Alert(1, "", "", "storm", default, new Generation(since, 42));
        var found = new List<string>();
        var newest = await matcher.NewestAsync(CancellationToken.None);
        await foreach (var answer in matcher.MatchAsync(
            [alert], AlertPosition.After(begin), newest, ArticleScope.Everything, CancellationToken.None))
            found.AddRange(answer.Matches.Select(match => match.Article.Article.Id));
        Assert.Equal(expected, string.Join(", ", found));
    }

    /// <summary>A watcher that is behind the creation of an alert.</summary>
    [Fact]
    public async Task An_alert_finds_nothing_that_arrived_before_it_was_created()
    {
        using var folder = new TemporaryFolder();
        var options = new NewsIndexOptions { Directory = folder.File("index") };
        List<Generation> passed = [];
        foreach (var id in new[] { "1", "2", "3" })
        {
            await WriteAsync(options, [(id, $"storm {id}")]);
            await using var each = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
            passed.Add(await new AlertMatcher(each).NewestAsync(CancellationToken.None));
        }

        await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        var alert = new Alert(1, "", "", "storm", default, passed[1]);
        await foreach (var answer in new AlertMatcher(searcher).MatchAsync(
            [alert], AlertPosition.After(passed[0]), passed[2], ArticleScope.Everything, CancellationToken.None))
            Assert.Equal(["3"], answer.Matches.Select(match => match.Article.Article.Id));
    }

    private static async Task RunAsync((int Id, int[] Words)[][] commits, int page, Random random)
    {
        using var folder = new TemporaryFolder();
        var options = new NewsIndexOptions { Directory = folder.File("index") };
        await WriteAsync(options, [("before", "storm coast oil quagga minister")]);
        var alerts = Queries.Select((each, i) => new Alert(i + 1, "", "", each.Query, default, new Generation(1, 0))).ToList();
        AlertPosition position;
        await using (var first = NewsIndexServices.OpenSearcher(options, TimeProvider.System))
            position = AlertPosition.After(await new AlertMatcher(first).NewestAsync(CancellationToken.None));
        var (texts, expected, delivered) =
            (new HashSet<(int, string)>(), new List<(int Alert, string Article)>(), new List<(int Alert, string Article)>());
        foreach (var commit in commits)
        {
            // Within a commit the last text of an article counts.
            var written = commit.GroupBy(each => each.Id).Select(each => each.Last()).ToList();
            // A text that the article had once before is no news.
            var arrived = written.Where(each => texts.Add((each.Id, TextOf(each)))).ToList();
            await WriteAsync(options, [.. written.Select(each => ($"a{each.Id}", TextOf(each)))]);
            foreach (var each in arrived)
            {
                expected.AddRange(Queries.Index().Where(query => query.Item.Matches(TextOf(each).Split(' ')))
                    .Select(query => (query.Index + 1, $"a{each.Id}")));
            }

            await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
            position = await DeliverAsync(new AlertMatcher(searcher, page), alerts, position, delivered, random);
            Assert.Equal(expected.Order(), delivered.Order());
        }
    }

    /// <summary>
    /// Takes some matches, and goes on from the last of them like after a restart, until all of the generation have come.
    /// </summary>
    private static async Task<AlertPosition> DeliverAsync(
        AlertMatcher matcher, List<Alert> alerts, AlertPosition position, List<(int Alert, string Article)> delivered, Random random)
    {
        var newest = await matcher.NewestAsync(CancellationToken.None);
        while (position != AlertPosition.After(newest))
        {
            var round = new AlertRound(position, newest);
            await foreach (var answer in matcher.MatchAsync(alerts, position, newest, ArticleScope.Everything, CancellationToken.None))
                round.Add(answer);
            position = round.End;
            foreach (var (match, after) in round.InOrder())
            {
                delivered.Add((match.Alert.Number, match.Article.Article.Id));
                if (random.Next(3) == 0)
                {
                    position = after;
                    break;
                }
            }
        }

        return position;
    }

    private static string TextOf((int Id, int[] Words) article) =>
        string.Join(' ', article.Words.Select(word => Words[word]).Append($"number{article.Id}"));

    private static async Task WriteAsync(NewsIndexOptions options, IReadOnlyList<(string Id, string Body)> articles)
    {
        await using var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System);
        await writer.WriteAsync(
            [.. articles.Select(each => new Article { Id = each.Id, Body = each.Body, Language = "en" })], CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }
}
