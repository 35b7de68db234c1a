using CsCheck;
using NewsIndex.Articles;
using NewsIndex.Queries;

namespace NewsSearch.Tests.Backends;

/// <content>What is found is what a search by brute force finds, over generated articles and queries.</content>
public abstract partial class ArticleSearcherContract
{
    /// <summary>Each is its own stem; "of" is left out of searches and counts as a place.</summary>
    private static readonly string[] PlainWords = ["storm", "coast", "bank", "oil", "rain", "of"];

    private static readonly Gen<string> SearchedWord = Gen.Int[0, PlainWords.Length - 2].Select(i => PlainWords[i]);

    private protected static readonly Gen<string> PlainSentence =
        Gen.Select(Gen.Int[0, PlainWords.Length - 1].Select(i => PlainWords[i]).Array[1, 6], Gen.Int[0, 3])
            .Select((words, quoted) => Sentenced(words, quoted == 0));

    private protected static readonly Gen<string> PlainBody =
        PlainSentence.Array[1, 3].Select(sentences => string.Join(' ', sentences)).Array[1, 3]
            .Select(paragraphs => string.Join("\n\n", paragraphs));

    private static readonly Gen<Proximity> AnyProximity = Gen.Select(Gen.Int[1, 5], Gen.Bool, Gen.Int[0, 3])
        .Select((distance, isOrdered, unit) => unit switch
    {
        0 => new Proximity(ProximityUnit.Sentence, 0, isOrdered),
        1 => new Proximity(ProximityUnit.Paragraph, 0, isOrdered),
        _ => Proximity.Words(distance, isOrdered),
    });

    private static readonly Gen<Query> SearchedLeaf = Gen.Select(SearchedWord, SearchedWord, Gen.Int[0, 9])
        .Select((one, other, kind) => (Query)(kind switch
        {
            0 => new Query.Word(one, Zone.Headline),
            1 => new Query.Word(one, Zone.Body),
            2 => new Query.Phrase($"{one} {other}"),
            3 => new Query.Phrase($"{one} of {other}", Zone.Body),
            _ => new Query.Word(one),
        }));

    private static readonly Gen<Query> PlacedQuery = Gen.Recursive<Query>((depth, deeper) => depth > 2 ? SearchedLeaf : Gen.OneOf(
        SearchedLeaf,
        Gen.Select(deeper, deeper, AnyProximity).Select((left, right, proximity) => (Query)new Query.Near(left, right, proximity)),
        Gen.Select(deeper, deeper, AnyProximity).Select((left, right, proximity) => (Query)new Query.NotNear(left, right, proximity)),
        Gen.Select(deeper, deeper).Select((left, right) => (Query)new Query.Or([left, right])),
        Gen.Select(SearchedLeaf, Gen.Int[1, 3]).Select((part, times) => (Query)new Query.AtLeast(part, times)),
        Gen.Select(deeper, Gen.Int[1, 12]).Select((part, words) => (Query)new Query.First(part, words)),
        deeper.Select(words => (Query)new Query.Quote(words, null))));

    private protected static readonly Gen<Query> AnyQuery = Gen.Recursive<Query>((depth, deeper) => depth > 2 ? PlacedQuery : Gen.OneOf(
        PlacedQuery,
        Gen.Select(deeper, deeper).Select((left, right) => (Query)new Query.And([left, right])),
        Gen.Select(deeper, deeper).Select((left, right) => (Query)new Query.Or([left, right])),
        deeper.Select(unwanted => (Query)new Query.Not(unwanted))));

    [Fact]
    public async Task A_search_finds_what_brute_force_finds()
    {
        var articles = Gen.Select(PlainSentence, PlainBody).Array[120].Single(_ => true, "0000000000000")
            .Select((text, i) => new Article { Id = $"a{i:000}", Headline = text.Item1, Body = text.Item2, Language = "en" })
            .ToArray();
        await WriteAsync(articles);
        await using var searcher = OpenSearcher();
        AnyQuery.Sample(
            query =>
            {
                var found = Found(searcher, query);
                Assert.All(articles, article => Assert.True(
                    ReferenceSearch.Matches(query, article) == found.Contains(article.Id),
                    $"{(found.Contains(article.Id) ? "found" : "not found")}: {article.Headline} | {article.Body}"));
            },
            iter: 2_000, threads: 1);
    }

    private protected static readonly Gen<string> AnyDate =
        Gen.Select(Gen.Int[1986, 1989], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[0, 3]).Select(
        (year, month, day, precision) => precision switch
        {
            0 => $"{year}",
            1 => $"{year}-{month:00}",
            _ => $"{year}-{month:00}-{day:00}",
        });

    [Fact]
    public async Task A_range_of_dates_finds_the_articles_whose_days_all_lie_in_it()
    {
        var articles = AnyDate.Array[150].Single(_ => true, "0000000000000").Select((date, i) => Dated($"a{i:000}", date)).ToArray();
        await WriteAsync([.. articles, Body("undated", "dated")]);
        await using var searcher = OpenSearcher();
        Gen.Select(AnyDate, AnyDate, Gen.Bool, Gen.Bool).Sample(
            (from, to, includesFrom, includesTo) =>
            {
                var (first, last) = (PeriodOf(from), PeriodOf(to));
                var earliest = includesFrom ? first.First : first.Last.AddDays(1);
                var latest = includesTo ? last.Last : last.First.AddDays(-1);
                var typed = $"date:{(includesFrom ? '[' : '{')}{from} TO {to}{(includesTo ? ']' : '}')}";
                if (QueryReader.Read(typed).Query is not { } query)
                    return;
                var expected =
                    articles.Where(article => article.Published.Date!.FirstDay >= earliest && article.Published.Date.LastDay <= latest);
                Assert.Equal(expected.Select(article => article.Id), Found(searcher, query).Order(StringComparer.Ordinal));
            },
            iter: 500, threads: 1);
    }

    private static (DateOnly First, DateOnly Last) PeriodOf(string date) =>
        PartialDate.TryParse(date, out var parsed) ? (parsed.FirstDay, parsed.LastDay) : throw new ArgumentException(date);

    private static string Sentenced(string[] words, bool quoted)
    {
        var text = string.Join(' ', words);
        text = char.ToUpperInvariant(text[0]) + text[1..];
        return quoted ? $"\"{text}.\"" : text + ".";
    }
}
