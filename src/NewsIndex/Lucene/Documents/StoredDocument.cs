using System.Globalization;
using System.Security.Cryptography;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using NewsIndex.Articles;
using NewsIndex.Generations;
using NewsIndex.Intake;
using NewsIndex.Lucene.Schema;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Documents;

/// <summary>Reads stored articles.</summary>
internal static class StoredDocument
{
    private static readonly HashSet<string> ArticleOnly = [IndexFields.Article];

    public static StoredArticle Read(AtomicReader segment, int doc, bool withHash)
    {
        var document = segment.Document(doc);
        var record = RecordOf(document, default);
        return new StoredArticle(
            ArticleRecord.Read(record.Json),
            withHash ? Convert.ToHexStringLower(SHA256.HashData(record.Json.Span)) : "",
            record.IndexedAt,
            record.Revision,
            document.Get(IndexFields.CopyGroup, CultureInfo.InvariantCulture) ?? "")
        { Mentions = StoredMentions.Read(document.GetBinaryValue(IndexFields.StoredMentions)) };
    }

    public static StoredRecord ReadRecord(AtomicReader segment, int doc) =>
        RecordOf(segment.Document(doc), PassedGenerations.Of(segment, doc));

    /// <summary>Returns the article record in UTF-8.</summary>
    public static ReadOnlyMemory<byte> RecordOf(AtomicReader segment, int doc)
    {
        var record = segment.Document(doc, ArticleOnly).GetBinaryValue(IndexFields.Article);
        return record.Bytes.AsMemory(record.Offset, record.Length);
    }

    private static StoredRecord RecordOf(Document document, Generation arrival)
    {
        var record = document.GetBinaryValue(IndexFields.Article);
        return new StoredRecord(
            record.Bytes.AsMemory(record.Offset, record.Length),
            DateTimeOffset.FromUnixTimeSeconds(document.GetField(IndexFields.IndexedAt).GetInt64Value() ?? 0),
            document.GetField(IndexFields.Revision)?.GetInt32Value() ?? 1,
            arrival);
    }
}
