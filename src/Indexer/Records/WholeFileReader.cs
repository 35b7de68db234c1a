namespace Indexer.Records;

/// <summary>
/// Base of the readers that parse a file as a whole. A file of more than <see cref="WholeFile.MaxLength"/> bytes is rejected before
/// parsing.
/// </summary>
internal abstract class WholeFileReader : IArchiveReader
{
    public abstract string Name { get; }

    public abstract bool Recognises(ArchiveHead head);

    public IEnumerable<Reading> Read(ArchiveSource source) =>
        WholeFile.TryRead(source.Bytes, out var bytes) ? Read(source, bytes) : [WholeFile.TooLarge(source, Name, bytes)];

    /// <param name="bytes">All bytes of the file.</param>
    protected abstract IEnumerable<Reading> Read(ArchiveSource source, byte[] bytes);

    /// <summary>Rejects the file.</summary>
    /// <param name="text">The text of the file; the reject shows its beginning.</param>
    protected Reading.Rejected Reject(ArchiveSource source, string text, string reason) =>
        new(source.Path, 0, Name, reason, Reading.SnippetOf(text));

    /// <inheritdoc cref="Reject(ArchiveSource, string, string)"/>
    /// <param name="bytes">The bytes of the file; the reject shows its beginning.</param>
    protected Reading.Rejected Reject(ArchiveSource source, byte[] bytes, string reason) =>
        new(source.Path, 0, Name, reason, Reading.SnippetOf(bytes));
}
