using System.Globalization;
using NewsIndex;
using NewsIndex.Alerts;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Queries;
using NewsSearch.Tests.Entities;

namespace NewsSearch.Tests.Alerts;

/// <summary>
/// No query is ruled out that matches an arrival: over generated queries with every operator and generated articles in several languages,
/// while articles arrive, are replaced and deleted, languages are added and entities corrected.
/// </summary>
public sealed class RuledOutTests
{
    private const int QueriesOfIndex = 400;
    private const int Commits = 8;

    /// <summary>
    /// Words of articles: inflected, stop words of some languages, joined, accented, with signs, of a script without spaces.
    /// </summary>
    private static readonly string[] Words =
    [
        "storm", "Storms", "STORM", "coast", "coastal", "minister", "oil", "price", "prices", "the", "of", "die", "der", "les", "e-mail",
        "email", "well-being", "well", "being", "Müller", "Mueller", "C++", "AT&T", "covid-19", "studies", "study", "Häuser", "maisons",
        "US", "us", "10,000", "東京大学", "\"storm\"", "said", "quagga", "zebra", "embargo", "walrus",
    ];

    private static readonly string?[] Languages = ["en", "en", "de", "fr", "ja", null];
    private static readonly string[] Names = ["Jane Roe", "John Roe", "Ann Poe"];

    /// <summary>Clauses that stand for themselves; {0} is a word.</summary>
    private static readonly string[] Leaves =
    [
        "{0}", "{0}", "{0}", "\"{0} {1}\"", "\"{0} {1}\"~2", "exact:\"{0}\"", "{0}~1", "sto*", "*tudi*", "m?nister", "\"{0} pri*\"",
        "/sto.+/", "e-ma*", "headline:{0}", "body:{0}", "hlead:{0}", "headline:\"{0} {1}\"", "source:Times", "section:News", "language:de",
        "language:*", "tag:sea", "author:\"Ann Writer\"", "author:*", "person:\"Jane Roe\"", "person:~\"Jon Roe\"",
        "person:=\"Ann Poe\"", "entity:roe", "date:1987", "date:[1987-03 TO 1990}}", "date:none", "dup:only", "date.reliable:true",
        "copies:a7", "copies:a12", "copies:a31",
    ];

    /// <summary>Positional clauses of words.</summary>
    private static readonly string[] Placed =
    [
        "{0} NEAR/3 {1}", "{0} PRE/2 {1}", "{0} W/S {1}", "{0} W/P {1}", "{0} NOT NEAR/3 {1}", "ATLEAST/2 {0}", "FIRST/20 {0}",
        "quote:({0})", "quote:({0} BY {1})", "quote:({0} BY person:\"Jane Roe\")", "({0} OR {1}) NEAR/4 (sto* OR {2})",
        "person:\"Jane Roe\" W/S {0}", "quote:({0} BY \"Jane Roe\")", "quote:(* BY \"Jane Roe\")", "quote:(* BY person:\"Jane Roe\")",
    ];

    /// <summary>Forms of a query of three clauses.</summary>
    private static readonly string[] Forms =
    [
        "{0}", "{0} AND {1}", "{0} OR {1}", "{0} AND NOT {1}", "NOT {0}", "NOT {0} AND NOT {1}", "({0} AND {1}) OR {2}",
        "({0} OR {1}) AND {2}", "{0} ANDMAYBE {1}", "({0} OR NOT {1}) AND {2}", "{0} AND NOT ({1} AND {2})", "({0})^2 AND {1}",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_query_is_ruled_out_that_matches_what_arrived(int seed)
    {
        using var folder = new TemporaryFolder();
        var options = new NewsIndexOptions { Directory = folder.File("index") };
        var corrections = new MemoryCorrectionLog(TimeProvider.System);
        var random = new Random(seed);
        // The same objects throughout, since what is known of a query is kept.
        var queries = Enumerable.Range(0, QueriesOfIndex).Select(_ => QueryReader.Read(TypedBy(random)).Query).OfType<Query>().ToList();
        Assert.InRange(queries.Count, QueriesOfIndex * 9 / 10, QueriesOfIndex);
        await WriteAsync(options, [ArticleOf(99, ["storm"], [], "en", 0)], []);
        var (ruledOut, matched) = (0, 0);
        for (var commit = 0; commit < Commits; commit++)
        {
            var passed = await NewestAsync(options, corrections);
            // Languages come one after the other.
            var languages = commit < 3 ? Languages[..1] : Languages;
            var arrivals = Enumerable.Range(0, random.Next(1, 4)).Select(_ => ArticleOf(
                random.Next(40), Several(Words, 12, random), Several(Words, 4, random), One(languages, random),
                random.Next(1000))).ToList();
            await WriteAsync(options, arrivals, random.Next(3) == 0 ? [$"a{random.Next(40)}"] : []);
            if (commit == 4)
            {
                corrections.Add((number, at) => new EntityCorrection.Merge(
                    number, "me", at, "", EntityReference.Named(EntityType.Person, "john roe"),
                    EntityReference.Named(EntityType.Person, "jane roe")));
            }

            await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System, corrections);
            var newest = await new AlertMatcher(searcher).NewestAsync(CancellationToken.None);
            var may = await searcher.MayMatchAsync(queries, passed, newest, ArticleScope.Everything, CancellationToken.None);
            foreach (var (query, mayMatch) in queries.Zip(may))
            {
                var found = await searcher.SearchAsync(
                    new QueryPlan { Query = new Query.And([query, new Query.ArrivedAfter(passed)]), Order = HitOrder.Arrived },
                    ArticleScope.Everything, CancellationToken.None);
                Assert.True(mayMatch || found.Hits.Count == 0, $"{query} is ruled out, and finds {found.Hits.Count} articles");
                (ruledOut, matched) = (ruledOut + (mayMatch ? 0 : 1), matched + (found.Hits.Count > 0 ? 1 : 0));
            }
        }

        // Neither all nor none, or the test would show nothing.
        Assert.InRange(ruledOut, QueriesOfIndex * Commits / 4, QueriesOfIndex * Commits);
        Assert.InRange(matched, QueriesOfIndex * Commits / 20, QueriesOfIndex * Commits);
    }

    [Fact]
    public async Task A_generation_that_the_index_never_had_is_refused()
    {
        using var folder = new TemporaryFolder();
        var options = new NewsIndexOptions { Directory = folder.File("index") };
        await WriteAsync(options, [ArticleOf(1, ["storm"], [], "en", 0)], []);
        await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        var newest = await new AlertMatcher(searcher).NewestAsync(CancellationToken.None);
        await Assert.ThrowsAsync<GenerationUnknownException>(() => searcher.MayMatchAsync(
            [new Query.Word("storm")], new Generation(1, 42), newest, ArticleScope.Everything, CancellationToken.None));
    }

    /// <summary>A word as part of a query: its quotation marks would end a phrase.</summary>
    private static string Plain(string word) => word.Trim('"');

    private static Article ArticleOf(int id, string[] body, string[] headline, string? language, int traits) => new()
    {
        Id = $"a{id}",
        Headline = string.Join(' ', headline),
        Body = string.Join(traits % 2 == 0 ? " " : ". ", body) + (traits % 7 == 0 ? $"\n\nJane Roe said: \"{body[0]} oil\"." : ""),
        Language = language,
        Source = traits % 3 == 0 ? "Times" : null,
        Section = traits % 5 == 0 ? "News" : null,
        Tags = traits % 4 == 0 ? ["sea"] : [],
        Authors = traits % 6 == 0 ? ["Ann Writer"] : [],
        Published = traits % 3 == 1 ? new PublishedDate(DateOf(traits), null, DateProvenance.Text) : PublishedDate.Unknown,
        Entities = traits % 2 == 0 ? [new NamedEntity(Names[traits % Names.Length], EntityType.Person)] : [],
    };

    private static PartialDate DateOf(int traits) => PartialDate.TryParse(traits % 2 == 0 ? "1987-05" : "1992", out var date)
        ? date
        : throw new InvalidOperationException("the date is invalid");

    private static string TypedBy(Random random) =>
        string.Format(CultureInfo.InvariantCulture, One(Forms, random), Leaf(random), Leaf(random), Leaf(random));

    private static string Leaf(Random random) => string.Format(
        CultureInfo.InvariantCulture, random.Next(4) == 0 ? $"({One(Placed, random)})" : One(Leaves, random), Plain(One(Words, random)),
        Plain(One(Words, random)), Plain(One(Words, random)));

    private static T One<T>(T[] all, Random random) => all[random.Next(all.Length)];

    private static string[] Several(string[] all, int most, Random random) =>
        [.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => One(all, random))];

    private static async Task<Generation> NewestAsync(NewsIndexOptions options, MemoryCorrectionLog corrections)
    {
        await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System, corrections);
        return await new AlertMatcher(searcher).NewestAsync(CancellationToken.None);
    }

    private static async Task WriteAsync(NewsIndexOptions options, IReadOnlyList<Article> articles, IReadOnlyList<string> deleted)
    {
        await using var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System);
        await writer.DeleteAsync(deleted, CancellationToken.None);
        await writer.WriteAsync(articles, CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }
}
