using Indexer.Records;
using Indexer.Texts;
using NewsIndex.Articles;

namespace Indexer.Archives.NewsDatabases;

/// <summary>
/// Base of the readers of press database exports: text files with many articles, each below its metadata. They share the cutting and differ
/// in where a document ends and what its lines mean.
/// </summary>
internal abstract class DatabaseExportReader : IArchiveReader
{
    /// <summary>Maximum length of a document: 16 MiB, more than any database exports.</summary>
    private const int MaxDocumentBytes = 16 * 1024 * 1024;

    public abstract string Name { get; }

    public abstract bool Recognises(ArchiveHead head);

    /// <summary>Classifies a line: does it belong to the current document, end it, or separate it from the next?</summary>
    protected abstract DocumentLine KindOf(string line);

    /// <returns>Null for text between documents, such as the search that found them.</returns>
    /// <exception cref="ArticleRecordException">The document should be an article but is not; the message states the reason.</exception>
    protected abstract Article? ReadDocument(IReadOnlyList<string> lines);

    public IEnumerable<Reading> Read(ArchiveSource source)
    {
        var scanner = new LineScanner(source.Bytes);
        var document = new List<string>();
        long begin = 0, size = 0;
        while (scanner.TryRead(out var line))
        {
            if (document.Count == 0)
                (begin, size) = (line.Offset, 0);
            size += line.Length;
            if (line.IsTooLong || size > MaxDocumentBytes)
            {
                yield return new Reading.Rejected(source.Path, begin, Name,
                    $"a document of more than {MaxDocumentBytes:N0} bytes; expected one that ends as the others do",
                    Reading.SnippetOf(string.Join('\n', document.Take(5))));
                yield break;
            }

            var text = TextDecoding.Decode(line.Bytes.Span).TrimEnd();
            var kind = KindOf(text);
            if (kind != DocumentLine.Begins)
                document.Add(text);
            if (kind == DocumentLine.Inside)
                continue;
            if (ReadOne(source, begin, document) is { } reading)
                yield return reading;
            document.Clear();
        }

        if (ReadOne(source, begin, document) is { } last)
            yield return last;
    }

    /// <summary>Returns null if all lines are empty.</summary>
    private Reading? ReadOne(ArchiveSource source, long offset, List<string> lines)
    {
        if (lines.TrueForAll(line => line.Length == 0))
            return null;
        try
        {
            return ReadDocument(lines) is { } article
                ? new Reading.Read(source.Path, offset, Name, article)
                : new Reading.PassedOver(source.Path, offset, Name, "what an export says of itself");
        }
        catch (ArticleRecordException e)
        {
            return new Reading.Rejected(source.Path, offset, Name, e.Message,
                Reading.SnippetOf(string.Join('\n', lines.SkipWhile(line => line.Length == 0).Take(5))));
        }
    }
}
