using NewsIndex;
using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Engines;

namespace NewsSearch.Tests.Ranking;

/// <summary>Short articles about twelve topics, with some near-duplicates and some in German and French.</summary>
internal static class GoldenArticles
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "NewsSearch.Tests", "Ranking", "Golden");

    /// <param name="encoder">Null for an index without embeddings of passages.</param>
    public static async Task WriteAsync(string index, PassageEncoder? encoder = null)
    {
        await using var writer = NewsIndexServices.OpenWriter(
            new NewsIndexOptions { Directory = index }, TimeProvider.System, encoder: encoder);
        await writer.WriteAsync([.. File.ReadLines(Path.Combine(Folder, "articles.tsv")).Skip(1).Select(Read)], CancellationToken.None);
        await writer.CommitAsync(CancellationToken.None);
    }

    private static Article Read(string line)
    {
        var fields = line.Split('\t');
        return new Article
        {
            Id = fields[0],
            Published = PartialDate.TryParse(fields[1], out var date)
                ? new PublishedDate(date, null, DateProvenance.Metadata)
                : PublishedDate.Unknown,
            Source = fields[2].Length == 0 ? null : fields[2],
            Language = fields[3],
            Headline = fields[4],
            Body = fields[5],
        };
    }
}
