using System.Globalization;
using Indexer.Records;

namespace Indexer.Archives.Crawls;

/// <summary>
/// WARC 0.17 to 1.1: responses and resources of a crawl. Requests, metadata, revisit records and conversions (the texts of a WET file) are
/// skipped: they would replace the pages themselves.
/// </summary>
/// <remarks>ISO 28500. The whole file is decompressed as one stream, so offsets count unpacked bytes.</remarks>
/// <param name="readerOf">Finds the reader that recognises a captured file; returns null when none does.</param>
internal sealed class WarcReader(Func<ArchiveHead, IArchiveReader?> readerOf) : CrawlReader("warc", readerOf)
{
    private const string Begin = "WARC/";

    public override bool Recognises(ArchiveHead head) => IsBegin(head.Text);

    protected override IEnumerable<CutRecord> Cut(string path, long offset, string line, RecordStream records) =>
        IsBegin(line) ? [CutAt(path, offset, records)] : SkipToRecord(path, offset, line, records);

    private static bool IsBegin(string line) => line.StartsWith(Begin, StringComparison.Ordinal);

    /// <summary>
    /// If Content-Length is too small, the end of the record is still unread; the next record starts with its first line.
    /// </summary>
    private IEnumerable<CutRecord> SkipToRecord(string path, long offset, string line, RecordStream records)
    {
        yield return CutRecord.Of(new Reading.Rejected(
            path, offset, Name, "bytes between records, up to the next WARC/; expected a record", Reading.SnippetOf(line)));
        string? next;
        do
        {
            offset = records.Offset;
            next = records.ReadLine();
        }
        while (next is not null && !IsBegin(next));
        if (next is not null)
            yield return CutAt(path, offset, records);
    }

    private CutRecord CutAt(string path, long offset, RecordStream records)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (records.ReadLine() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        if (!long.TryParse(headers.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return CutRecord.Of(new Reading.Rejected(
                path, offset, Name, "the record has no Content-Length that is a number",
                Reading.SnippetOf(string.Join('\n', headers.Select(header => $"{header.Key}: {header.Value}")))));
        }

        var type = headers.GetValueOrDefault("WARC-Type") ?? "";
        if (type is not ("response" or "resource") || length > WholeFile.MaxLength)
        {
            var whole = records.Skip(length);
            return CutRecord.Of(!whole
                ? CutOff(path, offset, length)
                : length > WholeFile.MaxLength && type is "response" or "resource"
                ? new Reading.Rejected(path, offset, Name, $"a record of {length:N0} bytes; expected at most {WholeFile.MaxLength:N0}", "")
                : new Reading.PassedOver(path, offset, Name, WhatIs(type)));
        }

        var block = records.ReadBytes((int)length);
        return new CutRecord(block.Length, () => ReadCapture(path, offset, headers, block, length));
    }

    private IEnumerable<Reading> ReadCapture(string path, long offset, Dictionary<string, string> headers, byte[] block, long length)
    {
        var url = headers.GetValueOrDefault("WARC-Target-URI")?.Trim('<', '>', ' ') ?? "";
        var (contentType, charset) = HttpAnswer.TypeOf(headers.GetValueOrDefault("Content-Type") ?? "");
        var answer = contentType == "application/http" ? HttpAnswer.Parse(block) : new HttpAnswer(0, contentType, charset, block);
        var readings = Page.Read(path, offset, url, answer);
        return block.Length == length ? readings : readings.Append(CutOff(path, offset, length));
    }

    private Reading.Rejected CutOff(string path, long offset, long length) =>
        new(path, offset, Name, $"the file ends inside the record: expected {length:N0} bytes of content", "");

    private static string WhatIs(string type) => type switch
    {
        "revisit" => "a page that was captured unchanged before (revisit)",
        "conversion" =>
            "the text of a page without its markup, in which its article cannot be told (conversion); the capture itself is in the crawl's "
            + "WARC",
        "" => "a record of no type",
        _ => $"a record of the type {type}",
    };
}
