using Indexer.Records;

namespace Indexer.Ingest;

/// <summary>A file on its way to the index.</summary>
/// <param name="Stamp">Of before it was read; null for standard input.</param>
/// <param name="Before">What it held when it was read, where it has not changed since; then it has no readings.</param>
/// <param name="Digest">Complete once all readings are taken; null for standard input, and for a file that has not changed.</param>
internal sealed record FileOnItsWay(string File, FileStamp? Stamp, FileTally? Before, FileDigest? Digest, IEnumerable<Reading> Readings);
