using System.CommandLine;
using System.Globalization;
using Indexer.Archives;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Queries;
using Recognition.Text;

namespace Evaluation.Commands;

/// <summary><c>known-items PATH…</c>: whether an article is found by the first sentence of its body, with nearness of meaning and without.</summary>
internal static class KnownItemsCommand
{
    private const int Depth = 10;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore };
        var sample = new Option<int>("--sample") { DefaultValueFactory = _ => 1000 };
        var meaning = new Option<float[]>("--meaning") { Description = "Weights of nearness of meaning; none and the product's by default.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [0, new NewsIndexOptions().MeaningWeight] };
        var pairs = new Option<float>("--pairs") { Description = "Weight of neighbouring words.", DefaultValueFactory = _ => new NewsIndexOptions().PairWeight };
        var headlines = new Option<bool>("--headlines") { Description = "Looks bodies up by their headlines, which are not indexed." };
        var misses = new Option<bool>("--misses") { Description = "Lists what was not first, with its rank (0: not among ten) and what came before it, on standard error." };
        var command = new Command("known-items", "Looks articles up by their first sentence.") { paths, sample, meaning, pairs, headlines, misses };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(paths)!, parsed.GetValue(sample), parsed.GetValue(meaning)!, parsed.GetValue(pairs), parsed.GetValue(headlines) ? Headline : FirstSentence, parsed.GetValue(headlines), parsed.GetValue(misses)));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, int sample, float[] weights, float pairs, Func<Article, string> asking, bool withoutHeadlines, bool misses)
    {
        using var index = new TemporaryIndex();
        var articles = ArchiveFiles.Walk(paths).SelectMany(new ArchiveFile(new ArchiveReaders()).Read).OfType<Reading.Read>().Select(read => read.Article)
            .Select(article => article with { Id = article.Id.Length > 0 ? article.Id : ArticleId.Derive(article), Language = article.Language ?? "en" }).ToList();
        await using (var writer = NewsIndexServices.OpenWriter(new NewsIndexOptions { Directory = index.Directory }, TimeProvider.System))
        {
            await writer.WriteAsync(withoutHeadlines ? [.. articles.Where(article => article.Body.Length > 0).Select(article => article with { Headline = "" })] : articles, CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        // Copies of an article are as right as itself, and one a group is asked for.
        var random = new Random(1);
        var asked = articles.Where(article => article.Body.Length > 0 && asking(article).Length > 0).DistinctBy(article => article.Body).OrderBy(_ => random.Next()).Take(sample).ToList();
        var shared = articles.GroupBy(asking).Where(same => same.DistinctBy(article => article.Body).Count() > 1).Select(same => same.Key).ToHashSet();
        foreach (var weight in weights)
        {
            await using var searcher = NewsIndexServices.OpenSearcher(new NewsIndexOptions { Directory = index.Directory, MeaningWeight = weight, PairWeight = pairs }, TimeProvider.System);
            var (ranks, copies) = (new List<int>(), 0);
            foreach (var article in asked)
            {
                var page = await searcher.SearchAsync(new QueryPlan { Query = AnyWord(asking(article)), PageSize = Depth, Detail = HitDetail.Article }, CancellationToken.None);
                ranks.Add(page.Hits.Select(hit => hit.Article!.Article.Body).ToList().IndexOf(article.Body));
                if (misses && ranks[^1] != 0)
                    await Console.Error.WriteLineAsync($"{ranks[^1] + 1}\t{article.Id}\t{asking(article)}\t{(page.Hits.Count > 0 ? page.Hits[0].Article!.Article.Headline : "")}");
                var stored = await searcher.FindAsync(article.Id, CancellationToken.None);
                copies += page.Hits.Count > 0 && page.Hits[0].Article!.CopyGroup == stored?.CopyGroup ? 1 : 0;
            }

            var own = ranks.Where((_, i) => !shared.Contains(asking(asked[i]))).ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"meaning={weight} articles={articles.Count} asked={ranks.Count} rank1={100.0 * ranks.Count(rank => rank == 0) / ranks.Count:F1}% rank1_or_copy={100.0 * copies / ranks.Count:F1}% rank1_of_words_no_other_begins_with={100.0 * own.Count(rank => rank == 0) / own.Count:F1}% MRR@10={ranks.Average(rank => rank < 0 ? 0 : 1.0 / (rank + 1)):F4}"));
        }

        return 0;
    }

    private static string Headline(Article article) => string.Join(' ', article.Headline.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit)));

    private static string FirstSentence(Article article) =>
        SentenceSplitter.Split(article.Body) is [var first, ..] ? string.Join(' ', first.Select(token => token.Text).Where(word => word.Any(char.IsLetterOrDigit))) : "";

    private static Query AnyWord(string words) => words.Split(' ') is [var one] ? new Query.Word(one) : new Query.Or([.. words.Split(' ').Select(word => new Query.Word(word))]);
}
