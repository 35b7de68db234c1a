using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives.NewsDatabases;

/// <summary>
/// A document of Nexis Uni: headline, newspaper, date, optional edition and copyright, labels (<c>Section:</c>), the line <c>Body</c>, the
/// text, <c>Classification</c>, and more labels. The first document may follow the search and its result list.
/// </summary>
internal static class NexisUniText
{
    /// <returns>Null for text without labels, such as the end of an export.</returns>
    public static Article? Read(List<string> lines)
    {
        var body = lines.FindIndex(line => NexisLabels.UniBody().IsMatch(line));
        var foot = body < 0 ? -1 : lines.FindIndex(body, line => NexisLabels.UniFoot().IsMatch(line));
        var blocks = new ExportBlocks(body < 0 ? lines : lines.Take(body), NexisLabels.OfUni);
        if (!blocks.HasLabels && body < 0)
            return null;
        List<string> heading = [.. lines.TakeWhile((line, i) => i != body && !IsLabel(line)).Select(PageText.Clean)];
        // The search and its result list precede the first document and have dates of their own.
        var day = heading.FindLastIndex(line => NexisReader.DateOf(line) is not null);
        var source = LastText(heading, day < 0 ? heading.Count : day);
        return NexisReader.OfLabels(blocks) with
        {
            Headline = blocks.Value("HEADLINE") ?? Headline(heading, source),
            Body = body < 0
                ? blocks.Body
                : PlainText.Paragraphs(string.Join('\n', lines.Take(foot < 0 ? lines.Count : foot).Skip(body + 1))),
            Published = day < 0 ? PublishedDate.Unknown : NexisReader.DateOf(heading[day])!,
            Source = source < 0 ? null : heading[source],
        };
    }

    private static bool IsLabel(string line) => NexisLabels.OfUni(line.Trim()) is not null;

    /// <summary>The lines above the newspaper, up to an empty one.</summary>
    private static string Headline(List<string> heading, int source)
    {
        var end = LastText(heading, source);
        if (end < 0)
            return "";
        var begin = end;
        while (begin > 0 && heading[begin - 1].Length > 0)
            begin--;
        return string.Join(' ', heading.GetRange(begin, end - begin + 1));
    }

    private static int LastText(List<string> lines, int before) =>
        before <= 0 ? -1 : lines.FindLastIndex(before - 1, line => line.Length > 0);
}
