using System.Buffers;
using System.Text.Json;
using Indexer.Records;
using NewsIndex.Articles;

namespace Indexer.Archives.Json;

/// <summary>
/// Base of the JSON readers. They share the cutting into records and differ in what a record means. Records are parsed on several threads.
/// </summary>
internal abstract class JsonReader : IArchiveReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    public abstract string Name { get; }

    public bool Recognises(ArchiveHead head) => !head.IsBinary && head.JsonNames.Count > 0 && RecognisesNames(head);

    /// <summary>Recognises a file whose first object has at least one member.</summary>
    protected abstract bool RecognisesNames(ArchiveHead head);

    /// <summary>Reads a record; called concurrently.</summary>
    /// <exception cref="ArticleRecordException">The value should be an article but is not; the message states the reason.</exception>
    protected abstract JsonReading ReadValue(JsonElement value);

    public virtual IEnumerable<Reading> Read(ArchiveSource source) => Read(source, JsonRecords.Of(source.Bytes));

    protected IEnumerable<Reading> Read(ArchiveSource source, IEnumerable<JsonRecord> records) =>
        ParallelRecords.Read(records.Select(record => Cut(source, record)));

    /// <summary>Copies the record, since the next one overwrites it.</summary>
    private CutRecord Cut(ArchiveSource source, JsonRecord record)
    {
        var length = record.Bytes.Length;
        var copy = ArrayPool<byte>.Shared.Rent(length);
        record.Bytes.CopyTo(copy);
        return new CutRecord(length, ReadCopy);

        IReadOnlyList<Reading> ReadCopy()
        {
            try
            {
                return ReadRecord(source, record with { Bytes = copy.AsMemory(0, length) });
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(copy);
            }
        }
    }

    private IReadOnlyList<Reading> ReadRecord(ArchiveSource source, JsonRecord record)
    {
        if (record.Problem is { } problem)
            return [Reject(source, record, problem)];
        try
        {
            using var document = JsonDocument.Parse(record.Bytes, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return [Reject(source, record, "the record is not a JSON object; expected { and }")];
            var read = ReadValue(document.RootElement);
            return read.PassedOver is { } what
                ? [new Reading.PassedOver(source.Path, record.Offset, Name, what)]
                : [.. read.Articles.Select(article => new Reading.Read(source.Path, record.Offset, Name, article, read.Notice))];
        }
        catch (JsonException e)
        {
            return [
                Reject(source, record,
                    $"the record is not valid JSON at byte {record.Offset + (e.BytePositionInLine ?? 0)} "
                    + $"({e.Message.Split(". Path:")[0].TrimEnd('.')})")];
        }
        catch (ArticleRecordException e)
        {
            return [Reject(source, record, e.Message)];
        }
        catch (InvalidOperationException e)
        {
            // An unpaired surrogate, escaped as \ud83d: valid JSON, but not valid text.
            return [Reject(source, record, $"a text of the record is not valid Unicode ({e.Message})")];
        }
    }

    private Reading.Rejected Reject(ArchiveSource source, JsonRecord record, string reason) =>
        new(source.Path, record.Offset, Name, reason, Reading.SnippetOf(record.Bytes.Span));
}
