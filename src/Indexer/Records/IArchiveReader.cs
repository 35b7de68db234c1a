
namespace Indexer.Records;

/// <summary>Reads one archive format. To add a format, write an implementation and add it to <c>ArchiveReaders</c>.</summary>
internal interface IArchiveReader
{
    /// <summary>Name of the reader in reports and rejects: lower case, with hyphens.</summary>
    string Name { get; }

    /// <summary>Decides by the first bytes of a file, never by its name.</summary>
    bool Recognises(ArchiveHead head);

    /// <summary>
    /// Reads the records in order. A record that cannot be read becomes a <see cref="Reading.Rejected"/> and does not affect the others.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read, such as a damaged .gz.</exception>
    IEnumerable<Reading> Read(ArchiveSource source);
}
