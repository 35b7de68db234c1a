using CsCheck;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsSearch.Tests.Backends;

/// <content>Totals, facets and timelines are what counting the found articles one by one gives.</content>
public abstract partial class ExactCountsContract
{
    private static readonly string[] Labels = ["Alpha", "Beta", "Gamma", "Delta"];

    private static readonly FacetField[] CountedFields =
        [FacetField.Source, FacetField.Section, FacetField.Author, FacetField.Tag, FacetField.Language, FacetField.Person];

    private static readonly Gen<string?> AnyLabel = Gen.Int[0, Labels.Length].Select(i => i < Labels.Length ? Labels[i] : null);

    private static Gen<IReadOnlyList<string>> AnyLabels =>
        AnyLabel.Array[0, 3].Select(labels => (IReadOnlyList<string>)[.. labels.OfType<string>().Distinct()]);

    private static Gen<Article> CountedArticle =>
        Gen.Select(PlainSentence, PlainBody, Gen.Select(AnyLabel, AnyLabel), Gen.Select(AnyLabels, AnyLabels, AnyLabels), AnyDate,
            Gen.Int[0, 9]).Select((headline, body, label, labels, date, chance) => new Article
            {
                Id = "",
                Headline = headline,
                Body = body,
                Language = "en",
                Source = label.Item1 is { } source && chance % 2 == 0 ? source.ToUpperInvariant() : label.Item1,
                Section = label.Item2,
                Authors = labels.Item1,
                Tags = labels.Item2,
                Entities = [.. labels.Item3.Select(name => new NamedEntity($"Person {name}", EntityType.Person))],
                Published = chance == 9 ? PublishedDate.Unknown : Dated("", date).Published,
            });

    [Fact]
    public async Task Counts_are_those_of_the_articles_one_by_one()
    {
        var generated = CountedArticle.Array[120].Single(_ => true, "0000000000000");
        var articles = generated.Select((article, i) => article with
        {
            Id = $"a{i:000}",
            Headline = generated[TextOf(i)].Headline,
            Body = generated[TextOf(i)].Body + "\n\n" + LongParagraph(TextOf(i)),
        }).ToArray();
        foreach (var part in articles.Chunk(50))
            await WriteAsync(part);
        await using var searcher = OpenSearcher();
        var groups = new Dictionary<string, string>();
        foreach (var article in articles)
            groups[article.Id] = (await searcher.FindAsync(article.Id, CancellationToken.None))!.CopyGroup;
        Assert.Equal(articles.Select((_, i) => TextOf(i)).Distinct().Count(), groups.Values.Distinct().Count());

        Gen.Select(AnyQuery, Gen.Int[0, 3]).Sample(
            (query, interval) =>
            {
                var found = articles.Where(article => ReferenceSearch.Matches(query, article)).ToList();
                var counted = Count(searcher, query, (TimelineInterval)interval);
                var first = Total(searcher, query, pageSize: interval);
                var second = Total(searcher, query, pageSize: 3 - interval);
                var total = new HitTotal(found.Count, found.Select(article => groups[article.Id]).Distinct().Count(),
                    found.Select(article => article.Source?.ToLowerInvariant()).OfType<string>().Distinct().Count());
                Assert.Equal([total, total, total], [counted.Total, first, second]);
                foreach (var facet in counted.Facets)
                    AssertCounts(found, facet);
                AssertCounts(found, counted.Timeline!, (TimelineInterval)interval);
            },
            iter: 300, threads: 1);
    }

    /// <summary>Every third article has the text of the one two before it.</summary>
    private static int TextOf(int number) => number % 3 == 2 ? number - 2 : number;

    private static string LongParagraph(int number) =>
        string.Join(' ', Enumerable.Range(0, 30).Select(word => $"filler{(number * 31) + word}x{word * word}")) + ".";

    private static Aggregation Count(IArticleSearcher searcher, Query query, TimelineInterval interval) => searcher.AggregateAsync(
        new AggregatePlan { Query = query, Facets = CountedFields, Timeline = new TimelinePlan(interval), Limit = 100 },
        CancellationToken.None).GetAwaiter().GetResult();

    private static HitTotal Total(IArticleSearcher searcher, Query query, int pageSize) =>
        searcher.SearchAsync(new QueryPlan { Query = query, PageSize = pageSize }, CancellationToken.None).GetAwaiter().GetResult().Total;

    private static void AssertCounts(IReadOnlyList<Article> found, Facet facet)
    {
        var expected = new Dictionary<string, long>();
        foreach (var value in found.SelectMany(article => ValuesOf(article, facet.Field)))
            expected[value] = expected.GetValueOrDefault(value) + 1;
        Assert.Equal(expected.OrderBy(each => each.Key, StringComparer.Ordinal),
            facet.Values.Select(value => KeyValuePair.Create(value.Name.ToLowerInvariant(), value.Articles))
                .OrderBy(each => each.Key, StringComparer.Ordinal));
        Assert.Equal(facet.Values.OrderByDescending(value => value.Articles).Select(value => value.Articles),
            facet.Values.Select(value => value.Articles));
        Assert.Equal((expected.Count, CountRelation.Exact), (facet.Distinct, facet.Relation));
    }

    private static IEnumerable<string> ValuesOf(Article article, FacetField field)
    {
        IEnumerable<string> values = field switch
        {
            FacetField.Source => [article.Source ?? ""],
            FacetField.Section => [article.Section ?? ""],
            FacetField.Author => article.Authors.DefaultIfEmpty(""),
            FacetField.Tag => article.Tags.DefaultIfEmpty(""),
            FacetField.Language => [article.Language!],
            _ => article.Entities.Select(entity => entity.Name),
        };
        return values.Select(value => value.ToLowerInvariant());
    }

    private static void AssertCounts(IReadOnlyList<Article> found, Timeline timeline, TimelineInterval interval)
    {
        var expected = new SortedDictionary<DateOnly, long>();
        var (undated, imprecise) = (0L, 0L);
        foreach (var date in found.Select(article => article.Published.Date))
        {
            if (date is null)
                undated++;
            else if (Start(date.FirstDay, interval) != Start(date.LastDay, interval))
                imprecise++;
            else
                expected[Start(date.FirstDay, interval)] = expected.GetValueOrDefault(Start(date.FirstDay, interval)) + 1;
        }

        Assert.Equal(expected, timeline.Buckets.Where(bucket => bucket.Articles > 0)
            .Select(bucket => KeyValuePair.Create(bucket.Start.FirstDay, bucket.Articles)));
        Assert.Equal((undated, imprecise), (timeline.Undated, timeline.Imprecise));
        Assert.All(timeline.Buckets.Zip(timeline.Buckets.Skip(1)),
            pair => Assert.Equal(Next(pair.First.Start.FirstDay, interval), pair.Second.Start.FirstDay));
    }

    private static DateOnly Start(DateOnly day, TimelineInterval interval) => interval switch
    {
        TimelineInterval.Year => new DateOnly(day.Year, 1, 1),
        TimelineInterval.Month => new DateOnly(day.Year, day.Month, 1),
        TimelineInterval.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        _ => day,
    };

    private static DateOnly Next(DateOnly start, TimelineInterval interval) => interval switch
    {
        TimelineInterval.Year => start.AddYears(1),
        TimelineInterval.Month => start.AddMonths(1),
        TimelineInterval.Week => start.AddDays(7),
        _ => start.AddDays(1),
    };
}
