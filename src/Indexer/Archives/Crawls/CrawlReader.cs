using Indexer.Records;

namespace Indexer.Archives.Crawls;

/// <summary>Base of the readers of crawls. They share the walk over records and differ in how a record is framed.</summary>
/// <param name="name">The reader's name, as in <see cref="IArchiveReader.Name"/>.</param>
/// <param name="readerOf">Finds the reader that recognises a captured file; returns null when none does.</param>
internal abstract class CrawlReader(string name, Func<ArchiveHead, IArchiveReader?> readerOf) : IArchiveReader
{
    public string Name => name;

    public abstract bool Recognises(ArchiveHead head);

    /// <summary>Reads what a record holds.</summary>
    protected CapturedPage Page { get; } = new(readerOf, name);

    public IEnumerable<Reading> Read(ArchiveSource source) => ParallelRecords.Read(Cut(source));

    /// <summary>Cuts the record that begins with a line, and leaves the stream behind it.</summary>
    /// <param name="offset">Of the line, in bytes.</param>
    /// <param name="line">Never empty.</param>
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
