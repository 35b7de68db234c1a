using System.Globalization;
using Indexer.Records;

namespace Indexer.Archives.Crawls;

/// <summary>ARC 1 and 2, the format of the Internet Archive's crawls before WARC.</summary>
/// <param name="readerOf">Finds the reader that recognises a captured file; returns null when none does.</param>
internal sealed class ArcReader(Func<ArchiveHead, IArchiveReader?> readerOf) : CrawlReader("arc", readerOf)
{
    public override bool Recognises(ArchiveHead head) => head.Text.StartsWith("filedesc://", StringComparison.Ordinal);

    protected override IEnumerable<CutRecord> Cut(string path, long offset, string line, RecordStream records)
    {
        var fields = line.Split(' ');
        if (line.StartsWith("filedesc:", StringComparison.Ordinal))
        {
            // The length in the version record includes the two lines that name the fields of a record.
            if (long.TryParse(fields[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var description))
                records.Skip(description);
            else
                _ = (records.ReadLine(), records.ReadLine());
            return [CutRecord.Of(new Reading.PassedOver(path, offset, Name, "the description of the file"))];
        }

        if (fields.Length < 5 || !Uri.TryCreate(fields[0], UriKind.Absolute, out _))
            return Reject("a line that is not a record; expected an address, an IP address, a date, a type and a length");
        if (!long.TryParse(fields[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            return Reject($"the record has the length \"{fields[^1]}\"; expected a number of bytes");
        if (length > WholeFile.MaxLength)
        {
            return Reject(records.Skip(length)
                ? $"a record of {length:N0} bytes; expected at most {WholeFile.MaxLength:N0}"
                : "the file ends inside the record");
        }

        var block = records.ReadBytes((int)length);
        return [new CutRecord(block.Length, () => ReadCapture(path, offset, line, fields, block, length))];

        CutRecord[] Reject(string reason) => [CutRecord.Of(Rejected(path, offset, line, reason))];
    }

    private IEnumerable<Reading> ReadCapture(string path, long offset, string line, string[] fields, byte[] block, long length)
    {
        var answer = fields[0].StartsWith("http", StringComparison.Ordinal)
            ? HttpAnswer.Parse(block)
            : new HttpAnswer(0, fields[3], null, block);
        if (!block.AsSpan().StartsWith("HTTP/"u8))
            answer = new HttpAnswer(0, fields[3], null, block);
        var readings = Page.Read(path, offset, fields[0], answer);
        return block.Length == length
            ? readings
            : readings.Append(Rejected(path, offset, line, $"the file ends inside the record: expected {length:N0} bytes of content"));
    }

    private Reading.Rejected Rejected(string path, long offset, string line, string reason) =>
        new(path, offset, Name, reason, Reading.SnippetOf(line));
}
