using System.Globalization;
using Enrichment;
using Indexer.Archives;
using Indexer.Records;
using NewsIndex.Articles;

namespace NewsSearch.Tests.Archives;

/// <summary>
/// Small files of the kinds that other tools read wrongly, and every record that they give: rows of the tables in the folder Cases. A row
/// is a file, the number of the first record with the same id (articles alone), the headline, the date, authors, source, address, and the
/// text in short; or why there is no article.
/// </summary>
public sealed class ArchiveCaseTests
{
    private const int ShortText = 160;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Archives", "Cases");

    private static readonly ILookup<string, string> Expected = Directory.EnumerateFiles(Folder, "*.expected.tsv")
        .SelectMany(File.ReadLines).Where(row => row.Length > 0 && row[0] != '#')
        .ToLookup(row => row.Split('\t')[0], StringComparer.Ordinal);

    public static TheoryData<string> Files => [.. Expected.Select(file => file.Key).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_gives_the_records_of_its_rows(string file) => Assert.Equal(Expected[file], RowsOf(file));

    [Fact]
    public void Each_file_has_rows()
    {
        var files = Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file))
            .Where(file => !file.EndsWith(".expected.tsv", StringComparison.Ordinal));
        Assert.Empty(files.Except(Expected.Select(rows => rows.Key)));
    }

    private static List<string> RowsOf(string file)
    {
        var ids = new List<string>();
        return [.. new ArchiveFile(new ArchiveReaders()).Read(Path.Combine(Folder, file))
            .Select(reading => $"{file}\t{RowOf(reading, ids)}")];
    }

    private static string RowOf(Reading reading, List<string> ids) => reading switch
    {
        Reading.Read read =>
            RowOf(new ArticleDefaults(null, null).Complete(read.Article), ids) + (read.Notice is { } notice ? $"\t{notice}" : ""),
        Reading.PassedOver passedOver => $"passed over\t{passedOver.Reason}",
        Reading.Rejected rejected => $"rejected\t{Short(rejected.Reason)}",
        _ => throw new InvalidOperationException($"{reading.GetType()} has no row."),
    };

    private static string RowOf(Article article, List<string> ids)
    {
        ids.Add(article.Id);
        var time = article.Published.TimeOfDayText is { } timeOfDay ? $" {timeOfDay}" : "";
        return string.Join('\t', (ids.IndexOf(article.Id) + 1).ToString(CultureInfo.InvariantCulture), article.Headline,
            $"{article.Published.Date}{time}", string.Join("; ", article.Authors), article.Source, article.Url, Short(article.Body));
    }

    private static string Short(string text)
    {
        text = text.ReplaceLineEndings("¶").Replace('\t', ' ');
        return text.Length <= ShortText ? text : $"{text[..(ShortText / 2)]} … {text[^(ShortText / 2)..]}";
    }
}
