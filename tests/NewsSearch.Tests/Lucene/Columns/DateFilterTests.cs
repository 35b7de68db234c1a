using CsCheck;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Lucene.Columns;

/// <summary>Filters on dates and arrivals against a look at every article, with replaced articles and old revisions in the index.</summary>
public sealed class DateFilterTests : IAsyncLifetime
{
    private const int Articles = 300;

    private static readonly DateTimeOffset Noon = new(1987, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<PartialDate> AnyDate =
        from day in Gen.Int[-40, 40]
        from second in Gen.Int[-90_000, 90_000]
        from hours in Gen.Int[-11, 12]
        from precision in Gen.Int[0, 5]
        select precision switch
        {
            0 => PartialDate.OfYear(1987),
            1 => PartialDate.OfMonth(1987, 6),
            2 => PartialDate.OfMonth(1987, 5 + ((day + 40) / 27)),
            3 => PartialDate.OfDay(DateOnly.FromDateTime(Noon.DateTime).AddDays(day / 20)),
            4 => PartialDate.OfDay(DateOnly.FromDateTime(Noon.DateTime).AddDays(day)),
            _ => PartialDate.OfInstant(Noon.AddSeconds(second).ToOffset(TimeSpan.FromHours(hours))),
        };

    private static readonly Gen<DateRange> AnyRange =
        from ends in Gen.Select(AnyDate, AnyDate)
        from included in Gen.Select(Gen.Bool, Gen.Bool)
        from open in Gen.Int[0, 9]
        select new DateRange(open == 0 ? null : ends.Item1, included.Item1, open == 1 ? null : ends.Item2, included.Item2);

    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();
    private readonly List<(Generation After, DateTimeOffset IndexedAt, Article Article)> written = [];
    private IArticleSearcher searcher = null!;
    private IAsyncDisposable opened = null!;

    public async Task InitializeAsync()
    {
        var options = new NewsIndexOptions { Directory = folder.Path };
        clock.Advance(Noon - DateTimeOffset.UnixEpoch);
        var dates = Gen.OneOf(AnyDate, AnyDate, AnyDate, Gen.Const((PartialDate)null!)).Array[Articles].Single(_ => true, "0000000000000");
        var generation = default(Generation);
        // The last part replaces articles of the first.
        foreach (var (number, part) in dates.Select((date, i) => Dated($"a{i % 250:000}", i, date)).Chunk(100).Index())
        {
            clock.Advance(TimeSpan.FromHours(number));
            await using (var writer = NewsIndexServices.OpenWriter(options, clock))
            {
                await writer.WriteAsync(part, CancellationToken.None);
                written.RemoveAll(old => part.Any(article => article.Id == old.Article.Id));
                written.AddRange(part.Select(article => (generation, clock.GetUtcNow(), article)));
                generation = await writer.CommitAsync(CancellationToken.None);
            }
        }

        var open = NewsIndexServices.OpenSearcher(options, clock);
        (searcher, opened) = (open, open);
    }

    public async Task DisposeAsync()
    {
        await opened.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public void Articles_are_found_whose_whole_period_lies_in_the_range() => AnyRange.Sample(
        range => AssertFinds(
            new Query.PublishedIn(range),
            article => article.Published.Date is { } date && (range.ComparesInstants
                ? date.Start.ToUnixTimeSeconds() >= range.FirstSecond && date.End.ToUnixTimeSeconds() <= range.LastSecond
                : date.FirstDay.DayNumber >= range.FirstDayNumber && date.LastDay.DayNumber <= range.LastDayNumber)),
        iter: 300, threads: 1);

    [Fact]
    public void Articles_outside_of_the_range_are_found_by_its_negation() => AnyRange.Sample(
        range => Assert.Equal(
            written.Select(each => each.Article.Id).Except(Found(new Query.PublishedIn(range))).Order(StringComparer.Ordinal),
            Found(new Query.Not(new Query.PublishedIn(range)))),
        iter: 50, threads: 1);

    [Fact]
    public void Articles_are_found_by_when_they_were_indexed() => AnyRange.Sample(
        range => Assert.Equal(
            written.Where(each => each.IndexedAt.ToUnixTimeSeconds() >= range.FirstSecond
                && each.IndexedAt.ToUnixTimeSeconds() <= range.LastSecond)
                .Select(each => each.Article.Id).Order(StringComparer.Ordinal),
            Found(new Query.IndexedIn(range))),
        iter: 100, threads: 1);

    [Fact]
    public void Articles_are_found_that_arrived_after_a_generation() => Assert.All(
        written.Select(each => each.After).Distinct(),
        generation => Assert.Equal(
            written.Where(each => each.After.Number >= generation.Number).Select(each => each.Article.Id).Order(StringComparer.Ordinal),
            Found(new Query.ArrivedAfter(generation))));

    private void AssertFinds(Query query, Func<Article, bool> expected) => Assert.Equal(
        written.Select(each => each.Article).Where(expected).Select(article => article.Id).Order(StringComparer.Ordinal), Found(query));

    private IEnumerable<string> Found(Query query) =>
        searcher.SearchAsync(new QueryPlan { Query = query, PageSize = Articles }, ArticleScope.Everything, CancellationToken.None)
            .GetAwaiter().GetResult().Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal);

    private static Article Dated(string id, int number, PartialDate? date) => new()
    {
        Id = id,
        Body = $"Text {number} about storms.",
        Language = "en",
        Published = date is null ? PublishedDate.Unknown : new PublishedDate(date, null, DateProvenance.Metadata),
    };
}
