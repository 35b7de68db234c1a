using System.Text.RegularExpressions;
using Indexer.Extraction;
using NewsIndex.Articles;

namespace Indexer.Archives.Pages;

/// <summary>
/// The plain text of a scraped news page: lines of a ticker (<c>- 12:20Headline</c>), a line of the site's own ("Follow us on Facebook"),
/// then one article, its headline on a line and a paragraph a line after it.
/// </summary>
internal sealed partial class ScrapedPageReader : IArchiveReader
{
    private const int PageLimit = 16 * 1024 * 1024;

    public string Name => "scraped-page";

    /// <summary>Text with a ticker, since any text would do otherwise.</summary>
    public bool Recognises(ArchiveHead head) => !head.IsBinary && Ticker().IsMatch(head.Text);

    public IEnumerable<Reading> Read(ArchiveSource source)
    {
        var lines = new LineScanner(source.Bytes);
        var article = new List<string>();
        long articleOffset = 0;
        long size = 0;
        while (lines.TryRead(out var line))
        {
            size += line.Length;
            if (line.IsTooLong || size > PageLimit)
            {
                yield return new Reading.Rejected(
                    source.Path, line.Offset, Name, $"the page has more than {PageLimit:N0} bytes; expected one news page a file", Reading.SnippetOf(line.Bytes.Span));
                yield break;
            }

            var text = TextDecoding.Decode(line.Bytes.Span).Trim();
            if (Ticker().Match(text) is { Success: true } ticker && PublishedDate.TryParseTimeOfDay(ticker.Groups["time"].Value, out var time))
            {
                yield return new Reading.Read(source.Path, line.Offset, Name, Headline(ticker.Groups["headline"].Value.Trim(), time));
            }
            else if (text.Length > 0 && !OfTheSite().IsMatch(text) && !BodyTrim.IsBetweenParagraphs(text))
            {
                if (article.Count == 0)
                    articleOffset = line.Offset;
                article.Add(text);
            }
        }

        if (article.Count > 0)
            yield return new Reading.Read(source.Path, articleOffset, Name, Article(article));
    }

    /// <summary>The ticker says at what time, and nowhere on which day.</summary>
    private static Article Headline(string headline, TimeOnly time) =>
        new() { Id = "", Headline = headline, Published = new PublishedDate(null, time, DateProvenance.Text) };

    private static Article Article(List<string> lines) =>
        new() { Id = "", Headline = lines[0], Body = string.Join("\n\n", lines.Skip(1)) };

    [GeneratedRegex(@"^\s*[-\u2013\u2022*]\s*(?<time>([01][0-9]|2[0-3]):[0-5][0-9])\s*(?<headline>\S.*)$", RegexOptions.Multiline)]
    private static partial Regex Ticker();

    [GeneratedRegex(
        @"\A((follow|like|join|find|subscribe to) us( on [A-Za-z, ]+)?|skip to (main )?content|(we|this (web)?site) uses? cookies\b.*|accept( all)?( cookies)?|home|menu|search|sign in|log in|share|tweet|e-?mail|print|comments?( \(\d+\))?|related (articles|stories|links)|most (read|popular)|top stories|load more|back to top|advertisement)[.!:]?\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OfTheSite();
}
