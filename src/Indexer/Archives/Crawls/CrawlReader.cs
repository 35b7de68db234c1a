using Indexer.Records;

namespace Indexer.Archives.Crawls;

/// <summary>Base of the readers of crawls. They share the loop over records and differ in how a record is framed.</summary>
/// <param name="name">The reader's name, as in <see cref="IArchiveReader.Name"/>.</param>
/// <param name="readerOf">Finds the reader that recognises a captured file; returns null when none does.</param>
internal abstract class CrawlReader(string name, Func<ArchiveHead, IArchiveReader?> readerOf) : IArchiveReader
{
    public string Name => name;

    public abstract bool Recognises(ArchiveHead head);

    /// <summary>Reads the content of a record.</summary>
    protected CapturedPage Page { get; } = new(readerOf, name);

    public IEnumerable<Reading> Read(ArchiveSource source) => ParallelRecords.Read(Cut(source));

    /// <summary>Cuts out the record that starts with a line; the stream is then after the record.</summary>
    /// <param name="offset">Offset of the line, in bytes.</param>
    /// <param name="line">First line of the record; not empty.</param>
    protected abstract IEnumerable<CutRecord> Cut(string path, long offset, string line, RecordStream records);

    private IEnumerable<CutRecord> Cut(ArchiveSource source)
    {
        var records = new RecordStream(source.Bytes);
        var offset = records.Offset;
        while (records.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                foreach (var record in Cut(source.Path, offset, line, records))
                    yield return record;
            }

            offset = records.Offset;
        }
    }
}
