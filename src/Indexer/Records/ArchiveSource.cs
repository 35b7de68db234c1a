namespace Indexer.Records;

/// <summary>A file to be read, from its first byte on and once.</summary>
/// <param name="Path">As it was named; <c>-</c> for standard input.</param>
internal sealed record ArchiveSource(string Path, Stream Bytes)
{
    /// <summary>The URL that the file was fetched from; null for files that did not come from a crawl.</summary>
    public string? Url { get; init; }

    /// <summary>The encoding that a server named; null when none did.</summary>
    public string? Charset { get; init; }
}
