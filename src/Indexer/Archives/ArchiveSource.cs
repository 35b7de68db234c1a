namespace Indexer.Archives;

/// <summary>A file to be read, from its first byte on and once.</summary>
/// <param name="Path">As it was named; <c>-</c> for standard input.</param>
internal sealed record ArchiveSource(string Path, Stream Bytes);
