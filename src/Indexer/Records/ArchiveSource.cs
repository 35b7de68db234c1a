namespace Indexer.Records;

/// <summary>A file to be read once, from its first byte.</summary>
/// <param name="Path">Path as given; <c>-</c> for standard input.</param>
internal sealed record ArchiveSource(string Path, Stream Bytes)
{
    /// <summary>URL of the capture; null for files that are not from a crawl.</summary>
    public string? Url { get; init; }

    /// <summary>Charset that the server declared; null if it declared none.</summary>
    public string? Charset { get; init; }
}
