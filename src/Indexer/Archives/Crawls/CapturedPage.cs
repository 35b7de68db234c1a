using Indexer.Records;

namespace Indexer.Archives.Crawls;

/// <summary>Reads a captured file with the reader that recognises it.</summary>
internal sealed class CapturedPage(Func<ArchiveHead, IArchiveReader?> readerOf, string readerName)
{
    private static readonly string[] Texts = ["html", "xml", "json", "rss", "atom", "text/plain", "text/markdown"];

    /// <param name="url">URL of the capture.</param>
    public IEnumerable<Reading> Read(string path, long offset, string url, HttpAnswer answer)
    {
        if (answer.Status is not 200 and not 0)
            return [new Reading.PassedOver(path, offset, readerName, $"an answer with the status {answer.Status}")];
        if (answer.ContentType.Length > 0 && !Array.Exists(Texts, text => answer.ContentType.Contains(text, StringComparison.Ordinal)))
            return [new Reading.PassedOver(path, offset, readerName, $"no text but {answer.ContentType}")];
        if (url.EndsWith("/robots.txt", StringComparison.OrdinalIgnoreCase))
            return [new Reading.PassedOver(path, offset, readerName, "a robots.txt")];
        var head = new ArchiveHead(answer.Body.AsMemory(0, Math.Min(answer.Body.Length, ArchiveHead.Size)));
        if (readerOf(head) is not { } reader || reader is CrawlReader)
            return [new Reading.PassedOver(path, offset, readerName, WhatIs(answer))];

        var source = new ArchiveSource(path, new MemoryStream(answer.Body)) { Url = url, Charset = answer.Charset };
        List<Reading> readings = [.. reader.Read(source)];
        var isAlone = readings.Count(reading => reading is Reading.Read) == 1;
        return readings.Select(reading => Placed(reading, offset, isAlone ? url : null));
    }

    private static string WhatIs(HttpAnswer answer)
    {
        if (answer.Body.Length == 0)
            return "an empty answer";
        var type = answer.ContentType.Length > 0 ? answer.ContentType : "an answer";
        return answer.UnreadCoding is { } coding
            ? $"{type} in the content coding \"{coding}\", which cannot be undone; expected gzip, deflate, br or zstd"
            : $"{type} in no known format";
    }

    /// <summary>
    /// Offsets are those of the record. An article without a URL gets that of the capture if it is the only article in it: items of a feed
    /// would replace one another under the URL of the feed.
    /// </summary>
    private Reading Placed(Reading reading, long offset, string? url) => reading switch
    {
        Reading.Read { Article.Url: null } read =>
            read with { Offset = offset, Reader = readerName, Article = read.Article with { Url = url } },
        _ => reading with { Offset = offset, Reader = readerName },
    };
}
