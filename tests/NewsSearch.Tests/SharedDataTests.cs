using System.Text.RegularExpressions;
using Indexer.Archives;
using Indexer.Records;
using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Queries;

namespace NewsSearch.Tests;

/// <summary>Real archives against counts made by other means.</summary>
public sealed partial class SharedDataTests
{
    private static string Archives => Path.Combine(Repository.SharedData!, "archives");

    [SharedDataFact]
    public void The_seed_page_is_nine_headlines_and_one_article()
    {
        var articles = ReadAll("seed-page");
        Assert.Equal(10, articles.Count);
        Assert.Equal(
            "Trump open to dialogue with North Korea\u2019s Kim Jong Un",
            Assert.Single(articles, article => article.Body.Length > 0).Headline);
        Assert.All(articles, article => Assert.Null(article.Published.Date));
    }

    [SharedDataFact]
    public async Task Reuters_dates_and_places_agree_with_the_markup()
    {
        var markup = string.Concat(
            Directory.EnumerateFiles(Path.Combine(Archives, "reuters-sgml"))
                .Order(StringComparer.Ordinal)
                .Select(path => File.ReadAllText(path, System.Text.Encoding.Latin1)));
        var documents = markup.Split("<REUTERS ")[1..];
        using var folder = new TemporaryFolder();
        var options = new NewsIndexOptions { Directory = folder.File("index") };
        await using (var writer = NewsIndexServices.OpenWriter(options, TimeProvider.System))
        {
            await writer.WriteAsync(ReadAll("reuters-sgml"), CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        await using var searcher = NewsIndexServices.OpenSearcher(options, TimeProvider.System);
        async Task<long> Count(string typed) =>
            (
                await searcher.SearchAsync(
                    new QueryPlan { Query = QueryReader.Read(typed).Query!, PageSize = 0 }, CancellationToken.None)).Total.Articles;
        Assert.Equal(documents.Length, await Count("*"));
        Assert.Equal(documents.Count(document => Day().Match(document).Groups[1].Value == "2"), await Count("date:1987-03-02"));
        Assert.Equal(
            documents.Count(
                document => document.Contains("<D>japan</D>", StringComparison.Ordinal)
                    && int.TryParse(Day().Match(document).Groups[1].Value, out var day)
                    && day <= 15),
            await Count("place:japan AND date:[1987-03-01 TO 1987-03-15]"));
    }

    private static List<Article> ReadAll(string archive) =>
        [
            .. ArchiveFiles.Walk([Path.Combine(Archives, archive)]).SelectMany(new ArchiveFile(new ArchiveReaders()).Read).Select(
                reading => Assert.IsType<Reading.Read>(reading).Article)];

    /// <summary>The day of a date in March 1987.</summary>
    [GeneratedRegex("<DATE>\\s*([0-9]+)-MAR-1987")]
    private static partial Regex Day();
}
