using System.CommandLine;
using System.Globalization;
using Indexer.Archives;
using Indexer.Records;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Queries;
using NewsIndex.Ranking;
using Recognition.Text;

namespace Evaluation.Commands;

/// <summary>
/// <c>known-items PATH…</c>: whether an article is found by the first sentence of its body, by BM25 and with rescoring.
/// </summary>
internal static class KnownItemsCommand
{
    private const int Depth = 10;
    private static readonly string[] Closing = ["\"", "”", "’", "'", "''", ")"];

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore };
        var sample = new Option<int>("--sample") { DefaultValueFactory = _ => 1000 };
        var switches = RankingSwitches.Create();
        var headlines = new Option<bool>("--headlines") { Description = "Looks bodies up by their headlines, which are not indexed." };
        var lines = new Option<bool>("--first-lines") { Description = "Takes what stands first for a sentence, labels and bylines too." };
        var misses = new Option<bool>("--misses")
        {
            Description = "Lists what was not first, with its rank (0: not among ten) and what came before it, on standard error.",
        };
        var command = new Command("known-items", "Looks articles up by their first sentence.")
        {
            paths, sample, headlines, lines, misses,
        };
        foreach (var (option, _) in switches)
            command.Options.Add(option);
        command.SetAction(
            (parsed, _) =>
                RunAsync(
                    parsed.GetValue(paths)!, parsed.GetValue(sample), RankingSwitches.Read(parsed, switches),
                    parsed.GetValue(headlines) ? Headline : parsed.GetValue(lines) ? FirstLine : FirstSentence, parsed.GetValue(headlines),
                    parsed.GetValue(misses)));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] paths, int sample, RankingOptions ranking, Func<Article, string> asking, bool withoutHeadlines, bool misses)
    {
        using var index = new TemporaryIndex();
        var articles = Read(paths);
        await WriteAsync(
            index,
            withoutHeadlines
                ? [.. articles.Where(article => article.Body.Length > 0).Select(article => article with { Headline = "" })]
                : articles);

        // Of texts that begin with the same words one can be first, whatever ranks them.
        var beginning = articles.GroupBy(asking).ToDictionary(same => same.Key, same => same.DistinctBy(article => article.Body).Count());
        foreach (var (words, texts) in misses ? beginning.Where(pair => pair.Value > 1).OrderByDescending(pair => pair.Value).Take(20) : [])
            await Console.Error.WriteLineAsync($"begins {texts} texts: {words}");
        var asked = Sample(articles, sample, asking);
        foreach (var (name, weights) in ((string, RankingOptions)[])[("bm25", new() { RescoringWindow = 0 }), ("measured", ranking)])
        {
            var (ranks, copies) = await RankAsync(index, weights, asked, asking, misses);
            var line = Line(ranks, copies, [.. asked.Select(article => beginning[asking(article)])]);
            Console.WriteLine($"ranking={name} articles={articles.Count} {line}");
        }

        return 0;
    }

    private static List<Article> Read(string[] paths) =>
    [
        .. ArchiveFiles
            .Walk(paths)
            .SelectMany(new ArchiveFile(new ArchiveReaders()).Read).OfType<Reading.Read>()
            .Select(read => read.Article)
            .Select(
                article => article with
                {
                    Id = article.Id.Length > 0 ? article.Id : ArticleId.Derive(article),
                    Language = article.Language ?? "en",
                }),
    ];

    private static async Task WriteAsync(TemporaryIndex index, IReadOnlyList<Article> articles)
    {
        await using var writer = NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = index.Directory }, TimeProvider.System);
        await writer.WriteAsync(articles, CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }

    /// <summary>The articles to ask for. Copies of an article are as right as itself, and one a group is asked for.</summary>
    private static List<Article> Sample(List<Article> articles, int size, Func<Article, string> asking)
    {
        var random = new Random(1);
        return
        [
            .. articles.Where(article => article.Body.Length > 0 && asking(article).Length > 0)
                .DistinctBy(article => article.Body)
                .OrderBy(_ => random.Next())
                .Take(size),
        ];
    }

    /// <summary>Asks for each article.</summary>
    /// <returns>Their ranks, from 0, with -1 for one that is not found; and how often the first hit is a copy of the article.</returns>
    private static async Task<(List<int> Ranks, int Copies)> RankAsync(
        TemporaryIndex index, RankingOptions ranking, List<Article> asked, Func<Article, string> asking, bool misses)
    {
        var options = new NewsIndexOptions { Directory = index.Directory, Ranking = ranking };
        await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        var (ranks, copies) = (new List<int>(), 0);
        foreach (var article in asked)
        {
            var page = await searcher.SearchAsync(
                new QueryPlan { Query = AnyWord(asking(article)), PageSize = Depth, Detail = HitDetail.Article },
                ArticleScope.Everything,
                CancellationToken.None);
            ranks.Add(page.Hits.Select(hit => hit.Article!.Article.Body).ToList().IndexOf(article.Body));
            if (misses && ranks[^1] != 0)
            {
                var first = page.Hits.Count > 0 ? page.Hits[0].Article!.Article.Headline : "";
                await Console.Error.WriteLineAsync($"{ranks[^1] + 1}\t{article.Id}\t{asking(article)}\t{first}");
            }

            var stored = await searcher.FindAsync(article.Id, ArticleScope.Everything, CancellationToken.None);
            copies += page.Hits.Count > 0 && page.Hits[0].Article!.CopyGroup == stored?.CopyGroup ? 1 : 0;
        }

        return (ranks, copies);
    }

    /// <param name="equals">For each article that was asked for, the number of texts that begin with its words.</param>
    private static string Line(List<int> ranks, int copies, List<int> equals)
    {
        var own = ranks.Where((_, i) => equals[i] == 1).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"asked={ranks.Count} "
            + $"rank1={100.0 * ranks.Count(rank => rank == 0) / ranks.Count:F1}% rank1_or_copy={100.0 * copies / ranks.Count:F1}% "
            + $"rank1_of_words_no_other_begins_with={100.0 * own.Count(rank => rank == 0) / own.Count:F1}% "
            + $"rank1_by_chance_among_equals={100 * equals.Average(texts => 1.0 / texts):F1}% "
            + $"MRR@10={ranks.Average(rank => rank < 0 ? 0 : 1.0 / (rank + 1)):F4}");
    }

    private static string Headline(Article article) => Words(article.Headline);

    /// <summary>The first that ends as one: "News Direct", "By Meg Roe" and other labels above a text are none.</summary>
    private static string FirstSentence(Article article) =>
        SentenceSplitter.Split(article.Body)
            .Where(EndsAsOne)
            .Select(sentence => TextOf(article, sentence))
            .FirstOrDefault(text => text.Length > 0) ?? FirstLine(article);

    private static string FirstLine(Article article) =>
        SentenceSplitter.Split(article.Body) is [var first, ..] ? TextOf(article, first) : "";

    private static string TextOf(Article article, Token[] sentence) => Words(article.Body[sentence[0].Start..sentence[^1].End]);

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit)));

    private static bool EndsAsOne(IReadOnlyList<Token> sentence) =>
        sentence.LastOrDefault(token => !Closing.Contains(token.Text)).Text is "." or "!" or "?" or "...";

    private static Query AnyWord(string words) =>
        words.Split(' ') is [var one] ? new Query.Word(one) : new Query.Or([.. words.Split(' ').Select(word => new Query.Word(word))]);
}
