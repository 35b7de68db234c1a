using Indexer.Records;

namespace Indexer.Ingest;

/// <summary>A file between reading and indexing.</summary>
/// <param name="Stamp">Stamp from before reading; null for standard input.</param>
/// <param name="Before">Contents when it was last read, if it has not changed; then it has no readings.</param>
/// <param name="Digest">Complete when all readings are consumed; null for standard input and unchanged files.</param>
internal sealed record FileOnItsWay(string File, FileStamp? Stamp, FileTally? Before, FileDigest? Digest, IEnumerable<Reading> Readings);
