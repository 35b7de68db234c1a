using CsCheck;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Backends;

/// <content>What two forms of a query have to agree on, over 5,000 generated queries.</content>
public abstract partial class ArticleSearcherContract
{
    private const int GeneratedQueries = 5_000;

    private static readonly string[] Vocabulary = [
        "storm", "Storm", "STORMS", "coast", "coastal", "minister", "ministers", "oil", "price", "prices", "rise", "rises", "bank", "the",
        "of", "and"];

    private static readonly Gen<string> Sentence = Gen.Int[0, Vocabulary.Length - 1]
        .Select(i => Vocabulary[i]).Array[1, 8]
        .Select(words => string.Join(' ', words) + ".");

    private static readonly Gen<string> Paragraphs = Sentence.Array[1, 4]
        .Select(sentences => string.Join(' ', sentences)).Array[1, 3]
        .Select(paragraphs => string.Join("\n\n", paragraphs));

    private protected static readonly Gen<string> Term = Gen.OneOf(
        Gen.Int[0, Vocabulary.Length - 4].Select(i => Vocabulary[i]),
        Gen.Int[0, Vocabulary.Length - 4].Select(i => Vocabulary[i].ToLowerInvariant()[..3] + "*"),
        Gen.Select(Gen.Int[0, Vocabulary.Length - 4], Gen.Int[0, Vocabulary.Length - 4], (i, j) => $"\"{Vocabulary[i]} {Vocabulary[j]}\""),
        Gen.Select(Gen.Int[0, Vocabulary.Length - 4], Gen.Int[0, Vocabulary.Length - 4], (i, j) => $"({Vocabulary[i]} OR {Vocabulary[j]})"),
        Gen.Int[0, Vocabulary.Length - 4].Select(i => $"exact:{Vocabulary[i]}"),
        Gen.Int[0, Vocabulary.Length - 4].Select(i => $"{Vocabulary[i].ToLowerInvariant()}~1"));

    /// <summary>A law over two terms and a number: the left query finds nothing that the right one does not.</summary>
    private static readonly Func<string, string, int, (string Less, string More)>[] Inclusions =
    [
        (a, b, _) => ($"{a} AND {b}", $"{a} OR {b}"),
        (a, b, _) => ($"{a} AND {b}", a),
        (a, b, n) => ($"{a} NEAR/{n} {b}", $"{a} AND {b}"),
        (a, b, n) => ($"{a} PRE/{n} {b}", $"{a} NEAR/{n} {b}"),
        (a, b, n) => ($"{a} NEAR/{n} {b}", $"{a} NEAR/{n + 1} {b}"),
        (a, b, _) => ($"{a} W/S {b}", $"{a} W/P {b}"),
        (a, b, _) => ($"{a} W/P {b}", $"{a} AND {b}"),
        (a, b, _) => ($"{a} PRE/S {b}", $"{a} W/S {b}"),
        (a, b, n) => ($"{a} NOT NEAR/{n + 1} {b}", $"{a} NOT NEAR/{n} {b}"),
        (a, b, _) => ($"{a} NOT W/P {b}", $"{a} NOT W/S {b}"),
        (a, b, n) => ($"{a} NOT NEAR/{n} {b}", a),
        (a, _, n) => ($"ATLEAST/{n + 1} {a}", $"ATLEAST/{n} {a}"),
        (a, _, n) => ($"FIRST/{n} {a}", $"FIRST/{n + 1} {a}"),
        (a, _, n) => ($"FIRST/{n} {a}", a),
        (a, b, _) => ($"{a} dup:only", $"{a} OR {b}"),
    ];

    /// <summary>Two forms that find the same.</summary>
    private static readonly Func<string, string, int, (string One, string Other)>[] Equalities =
    [
        (a, b, _) => ($"{a} AND {b}", $"{b} AND {a}"),
        (a, b, _) => ($"NOT ({a} OR {b})", $"NOT {a} AND NOT {b}"),
        (a, b, _) => ($"({a} AND {b}) OR ({a} AND NOT {b})", a),
        (a, b, n) => ($"{a} NEAR/{n} {b}", $"{b} NEAR/{n} {a}"),
        (a, b, n) => ($"{a} NEAR/{n} {b}", $"({a} PRE/{n} {b}) OR ({b} PRE/{n} {a})"),
        (a, b, _) => ($"{a} W/S {b}", $"{b} W/S {a}"),
        (a, _, _) => ($"ATLEAST/1 {a}", a),
        (a, _, _) => ($"FIRST/1000 {a}", a),
        (a, _, _) => ($"hlead:{Zoned(a)}", $"FIRST/50 {Zoned(a)}"),
        (a, _, _) => ($"headline:{Zoned(a)} OR body:{Zoned(a)}", Zoned(a)),
        (a, b, n) => ($"({a} OR {b}) NEAR/{n} bank", $"({a} NEAR/{n} bank) OR ({b} NEAR/{n} bank)"),
        (a, b, n) =>
            (
                $"{a} AND {b} AND date:[1987 TO {1987 + n}]",
                $"({string.Join(" OR ", Enumerable.Range(1987, n + 1).Select(year => $"date:{year}"))}) AND {a} AND {b}"),
    ];

    [Fact]
    public async Task Forms_that_must_agree_do()
    {
        await WriteGeneratedAsync();
        await using var searcher = OpenSearcher();
        Gen.Select(Term, Term, Gen.Int[1, 6], Gen.Int[0, Inclusions.Length + Equalities.Length]).Sample(
            (a, b, n, law) =>
            {
                if (law < Inclusions.Length)
                    return Inclusions[law](a, b, n) is var (less, more) && Found(searcher, less).IsSubsetOf(Found(searcher, more));
                if (law < Inclusions.Length + Equalities.Length)
                    return Equalities[law - Inclusions.Length](a, b, n) is var (one, other)
                        && Found(searcher, one).SetEquals(Found(searcher, other));
                return AgreesWithItsTimelineAndItsExport(searcher, $"{a} OR {b}");
            },
            iter: GeneratedQueries, threads: 1);
    }

    private protected async Task WriteGeneratedAsync() =>
        await WriteAsync([.. Gen.Select(Sentence, Paragraphs, Gen.Int[0, 9], Gen.Int[0, 3]).Array[400].Single(_ => true, "0000000000000")
            .Select((parts, i) => new Article
            {
                Id = $"a{i:000}",
                Headline = parts.Item3 == 0 ? "" : parts.Item1,
                Body = parts.Item2,
                Language = "en",
                Source = parts.Item4 == 0 ? null : $"Source {parts.Item4}",
                Published = parts.Item3 == 9
                    ? PublishedDate.Unknown
                    : new PublishedDate(PartialDate.OfMonth(1987 + (parts.Item3 / 2), 1 + parts.Item3), null, DateProvenance.Metadata),
            })]);

    private static string Zoned(string term) => term.StartsWith("exact:", StringComparison.Ordinal) ? "=" + term[6..] : term;

    private protected static HashSet<string> Found(IArticleSearcher searcher, string typed)
    {
        var reading = QueryReader.Read(typed);
        Assert.True(reading.Query is not null, $"{typed}: {reading.Error}");
        return Found(searcher, reading.Query);
    }

    private protected static HashSet<string> Found(IArticleSearcher searcher, Query query)
    {
        var plan = new QueryPlan { Query = query, PageSize = 1000, Detail = HitDetail.Id };
        return [.. searcher.SearchAsync(plan, CancellationToken.None).Result.Hits.Select(hit => hit.Id)];
    }

    private static bool AgreesWithItsTimelineAndItsExport(IArticleSearcher searcher, string typed)
    {
        var plan = new QueryPlan { Query = QueryReader.Read(typed).Query!, PageSize = 1000, Detail = HitDetail.Id };
        var page = searcher.SearchAsync(plan, CancellationToken.None).Result;
        var counted = searcher.AggregateAsync(
            new AggregatePlan { Query = plan.Query, Timeline = new TimelinePlan(TimelineInterval.Year) }, CancellationToken.None).Result;
        var exported = searcher.ExportAsync(plan, CancellationToken.None).ToBlockingEnumerable().Select(hit => hit.Id);
        var timeline = counted.Timeline!;
        return exported.SequenceEqual(page.Hits.Select(hit => hit.Id))
            && counted.Total.Articles == page.Total.Articles
            && timeline.Buckets.Sum(bucket => bucket.Articles) + timeline.Undated + timeline.Imprecise == page.Total.Articles
            && timeline.Buckets.All(bucket => Found(searcher, $"({typed}) date:{bucket.Start}").Count == bucket.Articles);
    }
}
