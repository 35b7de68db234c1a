using System.Globalization;
using System.Reflection;
using Indexer.Archives;
using Indexer.Records;
using NewsIndex.Articles;
using NewsIndex.LuceneSyntax;
using NewsIndex.Queries;
using NewsSearch.Tests.Queries;

namespace NewsSearch.Tests.Backends;

/// <content>
/// What English articles answer does not depend on which other languages the index has: the same articles, in the same order, with the same
/// scores and counts.
/// </content>
public abstract partial class EmbeddedEngineContract
{
    private const int FunctionWordQueries = 500;

    /// <summary>Hits that are compared of each answer.</summary>
    private const int Compared = 50;

    private static readonly string[] FunctionWords =
        ["the", "of", "and", "in", "to", "a", "for", "is", "on", "at", "by", "with", "not", "it", "be"];

    /// <summary>
    /// The queries that <see cref="ArticleSearcherContract.Finds_the_first_and_not_the_second"/> tries, with the articles that it tries
    /// them on.
    /// </summary>
    private static IEnumerable<string[]> OperatorRows =>
        typeof(ArticleSearcherContract).GetMethod(nameof(Finds_the_first_and_not_the_second))!
        .GetCustomAttributesData().Where(each => each.AttributeType == typeof(InlineDataAttribute))
        .Select(each => ((IReadOnlyCollection<CustomAttributeTypedArgument>)each.ConstructorArguments[0].Value!)
            .Select(argument => (string)argument.Value!).ToArray());

    [Fact]
    public async Task Every_documented_query_finds_the_same_English_articles_whatever_other_languages_the_index_has()
    {
        var typed = QueryLanguagePageTests.Rows.Select(row => (string)row[0]).Concat(OperatorRows.Select(row => row[0])).Distinct()
            .ToList();
        var asked = typed.Select(text => QueryReader.Read(text))
            .Where(reading => reading.Query is not null && !reading.Query.ToString().Contains("since:", StringComparison.Ordinal))
            .Select(reading => reading.Query!).ToList();
        Assert.InRange(asked.Count, 100, 10_000);
        await AnswersStayWhenOthersComeInAsync(Documented(), asked);
    }

    [Fact]
    public async Task Queries_with_function_words_find_the_same_English_articles_whatever_other_languages_the_index_has()
    {
        var articles = Repository.SharedData is null ? Documented() : Reuters();
        await AnswersStayWhenOthersComeInAsync(articles, [.. new FunctionWordQueryGenerator(articles).Take(FunctionWordQueries)]);
    }

    private async Task AnswersStayWhenOthersComeInAsync(Article[] english, List<Query> asked)
    {
        await WriteAsync(english);
        var alone = await AnswersAsync(asked);
        Assert.InRange(alone.Count(answer => !answer.Contains(": 0 found", StringComparison.Ordinal)), asked.Count / 2, asked.Count);
        foreach (var others in (IReadOnlyList<Article>[])[ForeignArticles.OfUnknownLanguage, ForeignArticles.OneInEachLanguage])
        {
            await WriteAsync([.. others]);
            var together = await AnswersAsync(asked);
            Assert.Empty(alone.Zip(together).Where(pair => pair.First != pair.Second)
                .Select(pair => $"{pair.First}\n    then {pair.Second}"));
        }
    }

    /// <summary>The answers about English articles: query, number, and the first hits with their scores.</summary>
    private async Task<List<string>> AnswersAsync(List<Query> asked)
    {
        await using var searcher = OpenSearcher();
        var answers = new List<string>();
        foreach (var query in asked)
        {
            var page = await searcher.SearchAsync(new QueryPlan { Query = query, PageSize = Compared + 40, Detail = HitDetail.Id },
                CancellationToken.None);
            var counts = await searcher.AggregateAsync(new AggregatePlan { Query = query, Facets = [FacetField.Language], Limit = 100 },
                CancellationToken.None);
            var found = counts.Facets[0].Values.FirstOrDefault(value => value.Id == "en")?.Articles ?? 0;
            var hits = page.Hits.Where(hit => !hit.Id.StartsWith("foreign", StringComparison.Ordinal)).Take(Compared)
                .Select(hit => string.Create(CultureInfo.InvariantCulture, $"{hit.Id} {hit.Score:R}"));
            answers.Add($"{query}: {found} found, {string.Join(", ", hits)}");
        }

        return answers;
    }

    private static Article[] Documented() =>
    [
        .. EnglishNews,
        .. OperatorRows.SelectMany((row, i) =>
            (Article[])[Body($"row{i}-found", row[1]), Body($"row{i}-other", row[2]) with { Headline = row[1], Source = "The Courier" }]),
        Body("merkel", "Angela Merkel met Deutsche Bank in Japan, as the UN had it.") with
        {
            Entities = [new NamedEntity("Angela Merkel", EntityType.Person), new NamedEntity("Deutsche Bank", EntityType.Organization),
                new NamedEntity("Japan", EntityType.Place)],
        },
        Body("un", "The UN in Japan.") with { Entities =
            [new NamedEntity("UN", EntityType.Organization), new NamedEntity("Japan", EntityType.Place)] },
    ];

    private static Article[] Reuters() =>
    [
        .. ArchiveFiles.Walk([Path.Combine(Repository.SharedData!, "archives", "reuters-sgml")]).Take(2)
            .SelectMany(new ArchiveFile(new ArchiveReaders()).Read)
            .OfType<Reading.Read>().Select(reading => reading.Article with { Language = "en" }),
    ];

    /// <summary>Makes queries of words and phrases of articles, with function words among them; the same ones each time.</summary>
    private sealed class FunctionWordQueryGenerator(Article[] articles)
    {
        private static readonly char[] Separators =
            [' ', '\n', '\r', '\t', ',', '.', ';', ':', '"', '\'', '(', ')', '<', '>', '/', '-', '+', '*', '?', '!', '&', '=', '~', '^',
            '[', ']', '{', '}', '\\', '|'];

        private uint state = 17;

        public IEnumerable<Query> Take(int count)
        {
            while (count > 0)
            {
                var form = Next(Forms.Length + LuceneForms.Length);
                var reading = form < Forms.Length
                    ? QueryReader.Read(Forms[form](this))
                    : LuceneQueryReader.Read(LuceneForms[form - Forms.Length](this), new QueryOptions());
                if (reading.Query is null)
                    throw new InvalidOperationException($"{reading.Error}");
                count--;
                yield return reading.Query;
            }
        }

        private static readonly Func<FunctionWordQueryGenerator, string>[] Forms =
        [
            each => $"{each.Word()} {each.Small()} {each.Small()} {each.Word()}",
            each => $"{each.Small()} {each.Word()}",
            each => each.Small(),
            each => $"{each.Small()} {each.Small()} {each.Small()}",
            each => each.Run(3),
            each => each.Run(6),
            each => each.Run(12),
            each => $"\"{each.Run(2)}\"",
            each => $"\"{each.Run(4)}\"",
            each => $"\"{each.Run(3)}\"~3",
            each => $"exact:\"{each.Run(3)}\" {each.Small()}",
            each => $"exact:\"{each.Small()}\" OR {each.Word()}",
            each => $"{each.Word()} OR {each.Small()} OR {each.Word()}",
            each => $"({each.Word()} AND {each.Small()}) OR ({each.Word()} AND {each.Small()})",
            each => $"({each.Word()} OR {each.Small()}) AND {each.Word()}",
            each => $"{each.Word()} NOT {each.Small()}",
            each => $"{each.Word()} NOT ({each.Small()} OR {each.Word()})",
            each => $"{each.Word()} NOT \"{each.Small()} {each.Word()}\"",
            each => $"NOT {each.Small()}",
            each => $"NOT ({each.Word()} AND {each.Small()})",
            each => $"{each.Word()} NEAR/3 {each.Small()}",
            each => $"({each.Word()} OR {each.Small()}) NEAR/5 {each.Word()}",
            each => $"{each.Word()} PRE/4 {each.Word()} {each.Small()}",
            each => $"{each.Word()} W/S {each.Word()} AND {each.Small()}",
            each => $"{each.Word()} NOT W/3 {each.Small()}",
            each => $"headline:({each.Word()} AND {each.Small()})",
            each => $"headline:\"{each.Run(2)}\" OR body:{each.Word()}",
            each => $"hlead:{each.Word()} hlead:{each.Small()}",
            each => $"body:{each.Small()} body:{each.Word()}",
            each => $"{each.Word()} ANDMAYBE {each.Small()}",
            each => $"{each.Word()} ANDMAYBE ({each.Run(3)})",
            each => $"{each.Word()}^3 OR {each.Small()}^2 OR {each.Word()}",
            each => $"ATLEAST/2 {each.Word()} AND {each.Small()}",
            each => $"FIRST/20 ({each.Word()} OR {each.Small()})",
            each => $"quote:{each.Word()} OR {each.Small()} {each.Word()}",
            each => $"{each.Word()[..3]}* {each.Small()}",
            each => $"{each.Word()[..3]}* NEAR/4 {each.Word()}",
            each => $"{each.Word()}~1 NEAR/4 {each.Word()} {each.Small()}",
            each => $"place:japan {each.Small()} {each.Word()}",
            each => $"place:japan OR {each.Word()} OR {each.Small()}",
            each => $"place:japan W/S {each.Word()}",
            each => $"language:en {each.Small()}",
            each => $"date:1987 {each.Small()} {each.Word()}",
        ];

        private static readonly Func<FunctionWordQueryGenerator, string>[] LuceneForms =
        [
            each => each.Run(5),
            each => $"+{each.Word()} +{each.Small()} {each.Word()}",
            each => $"+{each.Word()} -{each.Small()}",
            each => $"{each.Small()} AND {each.Word()} AND NOT {each.Word()}",
            each => $"headline:{each.Word()} {each.Small()} \"{each.Run(3)}\"",
        ];

        private string Small() => FunctionWords[Next(FunctionWords.Length)];

        private string Word()
        {
            var words = WordsOf(articles[Next(articles.Length)]).Where(word => word.Length > 3).ToList();
            return words.Count == 0 ? "bank" : words[Next(words.Count)];
        }

        /// <summary>Words of an article as they stand beside one another.</summary>
        private string Run(int length)
        {
            var words = WordsOf(articles[Next(articles.Length)]);
            return string.Join(' ', words.Skip(Next(Math.Max(1, words.Count - length))).Take(length)) is { Length: > 0 } run
                ? run
                : "the bank";
        }

        private static List<string> WordsOf(Article article) =>
            [.. $"{article.Headline} {article.Body}".ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.All(char.IsAsciiLetter) && word is not ("and" or "or" or "not"))];

        private int Next(int below)
        {
            state = (state * 1664525) + 1013904223;
            return (int)((state >> 8) % (uint)below);
        }
    }
}
