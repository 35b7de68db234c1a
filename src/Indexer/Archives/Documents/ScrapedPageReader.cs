using Indexer.Records;
using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives.Documents;

/// <summary>
/// The plain text of a scraped news page: ticker lines (<c>- 12:20Headline</c>), lines of the site ("Follow us on Facebook"), and one
/// article with its headline on one line and each paragraph on a line.
/// </summary>
internal sealed class ScrapedPageReader : IArchiveReader
{
    private const int MaxPageBytes = 16 * 1024 * 1024;

    /// <summary>Number of lines of a site that identify a scraped page.</summary>
    private const int MinSiteLines = 2;

    public string Name => "scraped-page";

    public bool Recognises(ArchiveHead head) => !head.IsBinary && (TickerLine.IsIn(head.Content) || IsOfSite(head.Content));

    public IEnumerable<Reading> Read(ArchiveSource source)
    {
        var lines = new List<(string Text, long Offset)>();
        var scanner = new LineScanner(source.Bytes);
        for (long size = 0; scanner.TryRead(out var line); size += line.Length)
        {
            if (line.IsTooLong || size > MaxPageBytes)
                return [
                    new Reading.Rejected(source.Path, line.Offset, Name,
                        $"the page has more than {MaxPageBytes:N0} bytes; expected one news page a file",
                            Reading.SnippetOf(line.Bytes.Span))];
            if (TextDecoding.Decode(line.Bytes.Span).Trim() is { Length: > 0 } text)
                lines.Add((text, line.Offset));
        }

        return Read(source, lines);
    }

    private IEnumerable<Reading> Read(ArchiveSource source, List<(string Text, long Offset)> lines)
    {
        var isBare = TickerLine.AreBareIn(lines.Select(line => line.Text));
        var others = new List<(string Text, long Offset)>();
        foreach (var line in lines)
        {
            if (TickerLine.Of(line.Text, isBare: false) is { } marked)
                yield return Headline(source, line.Offset, marked);
            else if (isBare && TickerLine.Of(line.Text, isBare: true) is { } bare)
                yield return Headline(source, line.Offset, bare);
            else
                others.Add(line);
        }

        if (ScrapedArticle.Of(others.ConvertAll(line => line.Text)) is { } article)
            yield return new Reading.Read(source.Path,
                others.Find(line => line.Text == article.Headline || article.Headline.Length == 0).Offset, Name,
                article with { Url = source.Url });
    }

    private Reading.Read Headline(ArchiveSource source, long offset, TickerLine line) =>
        new(source.Path, offset, Name, new Article { Id = "", Headline = line.Headline, Published = line.Published });

    private static bool IsOfSite(string content)
    {
        var lines = content.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return ScrapedArticle.HasProse(lines)
            && lines.Where(SiteLine.TellsAPage).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= MinSiteLines;
    }
}
