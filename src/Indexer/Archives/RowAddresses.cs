using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Archives;

/// <summary>
/// <see cref="SharedAddresses"/> for tables and lists, which are read row by row: compares the rows of a window with one another, and with
/// hashes of earlier rows by URL.
/// </summary>
/// <remarks>Not used for crawls: two captures of one URL are one article and its later version.</remarks>
internal sealed class RowAddresses
{
    private const int MaxWindowRows = 512;
    private const int MaxWindowCharacters = 4_000_000;

    /// <summary>Maximum number of URLs that are remembered, about 12 MB; later ones of a longer file are not.</summary>
    private const int MaxRemembered = 250_000;

    private static readonly HashSet<string> RowReaders =
        new(StringComparer.Ordinal) { "csv", "json", "article-records", "news-please", "xml" };

    private readonly HashSet<string> shared = new(StringComparer.Ordinal);
    private readonly Dictionary<long, long> headlines = [];

    public static IEnumerable<Reading> Resolve(IEnumerable<Reading> readings)
    {
        var addresses = new RowAddresses();
        var window = new List<Reading>();
        var characters = 0;
        foreach (var reading in readings)
        {
            if (window.Count > 0 && window[0].Path != reading.Path)
            {
                foreach (var resolved in addresses.Take(window))
                    yield return resolved;
                (addresses, characters) = (new RowAddresses(), 0);
            }

            window.Add(reading);
            characters += reading is Reading.Read read ? read.Article.Body.Length : 0;
            if (window.Count < MaxWindowRows && characters < MaxWindowCharacters)
                continue;
            foreach (var resolved in addresses.Take(window))
                yield return resolved;
            characters = 0;
        }

        foreach (var resolved in addresses.Take(window))
            yield return resolved;
    }

    /// <summary>Returns the readings of the window and clears it.</summary>
    private List<Reading> Take(List<Reading> window)
    {
        List<Reading> resolved = [.. window];
        window.Clear();
        List<int> rows = [.. Enumerable.Range(0, resolved.Count).Where(i => IsRow(resolved[i]))];
        var articles = SharedAddresses.Resolve(rows.ConvertAll(row => (((Reading.Read)resolved[row]).Article, (string?)null)));
        for (var i = 0; i < rows.Count; i++)
            resolved[rows[i]] = ((Reading.Read)resolved[rows[i]]) with { Article = Known(articles[i]) };
        return resolved;
    }

    private static bool IsRow(Reading reading) =>
        reading is Reading.Read { Article.Url.Length: > 0 } && RowReaders.Contains(reading.Reader);

    private Article Known(Article article)
    {
        var url = article.Url!;
        var (address, headline) = (Digest(url), Digest(string.Concat(article.Headline.Where(char.IsLetterOrDigit))));
        var isOther = headlines.TryGetValue(address, out var before) && before != headline;
        if (headlines.Count < MaxRemembered)
            headlines.TryAdd(address, headline);
        if (article.Id.Length > 0)
            shared.Add(url);
        else if (isOther || shared.Contains(url))
            return article with { Id = ArticleId.DeriveFromText(article) };
        return article;
    }

    /// <summary>A hash that is equal on all machines and runs, since ids depend on it.</summary>
    private static long Digest(string text) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
}
