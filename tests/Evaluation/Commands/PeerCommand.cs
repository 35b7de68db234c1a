using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Evaluation.Speed;
using NewsIndex;
using NewsIndex.Engines;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace Evaluation.Commands;

/// <summary><c>peer index</c> and <c>peer search</c>: ours as the third engine of a race whose harness reads these lines.</summary>
internal static class PeerCommand
{
    public static Command Create()
    {
        var corpus = new Argument<string>("CORPUS");
        var directory = new Argument<string>("DIR");
        var threads = new Argument<int>("THREADS");
        var index = new Command("index", "Indexes a corpus.") { corpus, directory, threads };
        index.SetAction((parsed, _) => IndexAsync(parsed.GetValue(corpus)!, parsed.GetValue(directory)!, parsed.GetValue(threads)));

        var queries = new Argument<string>("QUERIES");
        var answers = new Option<string?>("--answers") { HelpName = "F", Description = "Writes what each query found." };
        // The peers rank by BM25 alone: the same work for all, unless what ships is asked for.
        var ranking = Ranking.Option(Ranking.Bm25);
        var search = new Command("search", "Times queries.") { directory, queries, threads, answers, ranking };
        search.SetAction((parsed, _) =>
            SearchAsync(parsed.GetValue(directory)!, parsed.GetValue(queries)!, parsed.GetValue(threads), parsed.GetValue(answers),
            Ranking.Of(parsed.GetValue(ranking)!)));
        return new Command("peer", "Runs as the third engine beside Lucene and tantivy.") { index, search };
    }

    private static async Task<int> IndexAsync(string corpus, string directory, int threads)
    {
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
        var begun = Stopwatch.GetTimestamp();
        var count = await TemporaryIndex.BuildAsync(corpus, directory, threads, withoutEntities: true);
        var committed = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        NewsIndexServices.Merge(new NewsIndexOptions { Directory = directory });
        var merged = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var megabytes = new DirectoryInfo(directory).EnumerateFiles().Sum(file => file.Length) / 1e6;
        Print($"index\t{count}\t{committed:F2}\t{count / committed:F0}\t{merged:F2}\t{count / merged:F0}\t{megabytes:F1}");
        return 0;
    }

    private static async Task<int> SearchAsync(string directory, string queries, int threads, string? answers, Ranking ranking)
    {
        var searcher = NewsIndexServices.OpenSearcher(
            ranking.ApplyTo(new NewsIndexOptions { Directory = directory, Snapshots = { KnownTotals = 0 } }), TimeProvider.System);
        await using (searcher)
        {
            object Answer(QueryCase asked) => asked.IsFacet
                ? Counted(searcher, asked)
                : searcher.SearchAsync(asked.ToPlan(), ArticleScope.Everything, CancellationToken.None).GetAwaiter().GetResult();
            var kinds = QueryCase.Read(queries)
                .GroupBy(asked => asked.Kind)
                .Select(kind => (Name: kind.Key, Cases: kind.ToArray()))
                .ToList();
            for (var pass = 0; pass < Setting("BENCH_WARMUP", 10); pass++)
                kinds.ForEach(kind => Timing.Of(kind.Cases, 1, threads, asked => Answer(asked)));
            if (answers is not null)
                await File.WriteAllLinesAsync(
                    answers,
                    kinds.SelectMany(kind => kind.Cases)
                        .Select(asked => asked.IsFacet ? Line(asked, Counted(searcher, asked)) : Line(asked, Dated(searcher, asked))));

            Console.WriteLine("#kind\tp50_ms\tp99_ms\tmean_ms\tqps");
            foreach (var (name, cases) in kinds)
                Console.WriteLine(Timing.Of(cases, Setting("BENCH_PASSES", 5), threads, asked => Answer(asked)).ToTsv(name));
        }

        return 0;
    }

    private static Aggregation Counted(IArticleSearcher searcher, QueryCase asked) =>
        searcher.AggregateAsync(
            // As the other engines: texts and sources are counted by none of them.
            new AggregatePlan { Query = asked.ToPlan().Query, Facets = [FacetField.Source], Totals = TotalKinds.Articles },
            ArticleScope.Everything, CancellationToken.None)
            .GetAwaiter()
            .GetResult();

    private static string Line(QueryCase asked, Aggregation counted) =>
        $"{asked.Kind}\t{asked.Text}\t{asked.From}\t{asked.To}\t{counted.Total.Articles}\t"
        + string.Join(' ', counted.Facets[0].Values.Select(
            value => string.Create(CultureInfo.InvariantCulture, $"{value.Name.Replace(' ', '_')}:{value.Articles}")));

    private static HitPage Dated(IArticleSearcher searcher, QueryCase asked) =>
        searcher.SearchAsync(asked.ToPlan() with { Detail = HitDetail.Article }, ArticleScope.Everything, CancellationToken.None)
            .GetAwaiter().GetResult();

    /// <summary>Ids with their scores; in order of date, with days since 1970.</summary>
    private static string Line(QueryCase asked, HitPage page) =>
        $"{asked.Kind}\t{asked.Text}\t{asked.From}\t{asked.To}\t{page.Total.Articles}\t"
        + string.Join(' ', page.Hits.Select(
            hit => string.Create(CultureInfo.InvariantCulture, $"{hit.Id}:{KeyOf(asked, hit):F4}")));

    private static double KeyOf(QueryCase asked, Hit hit) =>
        asked.Sort == "date_desc" ? hit.Article!.Article.Published.SortMoment!.Value.ToUnixTimeSeconds() / 86400 : hit.Score;

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
