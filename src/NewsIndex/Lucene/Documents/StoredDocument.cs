using System.Security.Cryptography;
using Lucene.Net.Index;
using NewsIndex.Articles;
using NewsIndex.Intake;
using NewsIndex.Lucene.Schema;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Documents;

/// <summary>Reads stored articles.</summary>
internal static class StoredDocument
{
    private static readonly HashSet<string> ArticleOnly = [IndexFields.Article];

    /// <summary>Reads an article with its mentions and its content hash.</summary>
    public static StoredArticle Read(AtomicReader segment, int doc)
    {
        var values = StoredValues.Read(segment, doc, withMentions: true);
        var hash = Convert.ToHexStringLower(SHA256.HashData(values.Record.Span));
        return ToArticle(values, WrittenRecord.Read(values.Record), hash) with { Mentions = StoredMentions.Read(values.Mentions) };
    }

    /// <summary>Reads as much of an article as is shown, without its content hash.</summary>
    public static StoredArticle Read(AtomicReader segment, int doc, ArticleDetail detail)
    {
        var values = StoredValues.Read(segment, doc, detail == ArticleDetail.Mentions);
        if (detail == ArticleDetail.Heading)
        {
            var (heading, kind) = WrittenRecord.ReadWithoutBody(values.Record);
            return ToArticle(values, heading, "") with { Kind = kind };
        }

        var article = ToArticle(values, WrittenRecord.Read(values.Record), "");
        return detail == ArticleDetail.Mentions ? article with { Mentions = StoredMentions.Read(values.Mentions) } : article;
    }

    public static StoredRecord ReadRecord(AtomicReader segment, int doc)
    {
        var values = StoredValues.Read(segment, doc, withMentions: false);
        return new StoredRecord(values.Record, IndexedAt(values), values.Revision, PassedGenerations.Of(segment, doc));
    }

    /// <summary>Returns the article record in UTF-8.</summary>
    public static ReadOnlyMemory<byte> RecordOf(AtomicReader segment, int doc)
    {
        var record = segment.Document(doc, ArticleOnly).GetBinaryValue(IndexFields.Article);
        return record.Bytes.AsMemory(record.Offset, record.Length);
    }

    private static StoredArticle ToArticle(StoredValues values, Article article, string hash) =>
        new(article, hash, IndexedAt(values), values.Revision, values.CopyGroup);

    private static DateTimeOffset IndexedAt(StoredValues values) => DateTimeOffset.FromUnixTimeSeconds(values.IndexedAt);
}
