namespace Indexer.Archives;

/// <summary>The formats that are read, the most particular first: the first that recognises a file reads it.</summary>
internal static class ArchiveReaders
{
    public static IReadOnlyList<IArchiveReader> All { get; } =
    [
        new ArticleRecordReader(),
        new ReutersSgmlReader(),
        new ScrapedPageReader(),
    ];

    /// <summary>Null when no reader recognises the file.</summary>
    public static IArchiveReader? For(ArchiveHead head) => All.FirstOrDefault(reader => reader.Recognises(head));
}
