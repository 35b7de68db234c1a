using System.Security.Cryptography;
using Lucene.Net.Index;
using NewsIndex.Articles;

namespace NewsIndex.Lucene;

/// <summary>Reads articles back as they were stored.</summary>
internal static class StoredDocument
{
    private static readonly HashSet<string> ArticleOnly = [Fields.Article];

    public static Article ReadArticle(AtomicReader segment, int doc) => ArticleRecord.Read(RecordOf(segment, doc));

    public static StoredArticle Read(AtomicReader segment, int doc)
    {
        var document = segment.Document(doc);
        var record = document.GetBinaryValue(Fields.Article);
        var bytes = record.Bytes.AsMemory(record.Offset, record.Length);
        var indexedAt = document.GetField(Fields.IndexedAt).GetInt64Value() ?? 0;
        return new StoredArticle(
            ArticleRecord.Read(bytes),
            Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
            DateTimeOffset.FromUnixTimeSeconds(indexedAt));
    }

    /// <summary>The article record in UTF-8.</summary>
    public static ReadOnlyMemory<byte> RecordOf(AtomicReader segment, int doc)
    {
        var record = segment.Document(doc, ArticleOnly).GetBinaryValue(Fields.Article);
        return record.Bytes.AsMemory(record.Offset, record.Length);
    }
}
