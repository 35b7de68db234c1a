
namespace Indexer.Records;

/// <summary>Reads one format of archive. To add a format: one such class, and a line in <c>ArchiveReaders</c>.</summary>
internal interface IArchiveReader
{
    /// <summary>Names the reader in reports and rejects: lower case, hyphens.</summary>
    string Name { get; }

    /// <summary>Decides by what a file begins with, never by its name.</summary>
    bool Recognises(ArchiveHead head);

    /// <summary>
    /// Reads what it can, in order. A record that cannot be read is a <see cref="Reading.Rejected"/> and costs its neighbours nothing.
    /// </summary>
    /// <exception cref="IOException">The bytes themselves cannot be had, as in a damaged .gz.</exception>
    IEnumerable<Reading> Read(ArchiveSource source);
}
