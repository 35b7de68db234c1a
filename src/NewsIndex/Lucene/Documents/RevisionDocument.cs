using System.Globalization;
using Lucene.Net.Documents;
using NewsIndex.Articles;
using NewsIndex.Intake;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Documents;

/// <summary>Document of an old revision, which can be fetched but not found by searches.</summary>
internal static class RevisionDocument
{
    public static Document Of(string id, StoredRecord replaced) =>
    [
        new StringField(IndexFields.RevisionOf, id, Field.Store.NO),
        new StringField(IndexFields.RevisionKey, KeyOf(id, ContentKey.Of(replaced.Json.Span)), Field.Store.NO),
        new StoredField(IndexFields.Article, replaced.Json.ToArray()),
        new StoredField(IndexFields.IndexedAt, replaced.IndexedAt.ToUnixTimeSeconds()),
        new StoredField(IndexFields.Revision, replaced.Revision),
        new NumericDocValuesField(IndexFields.ArrivedAs, replaced.Arrival.Number),
        new NumericDocValuesField(IndexFields.Fingerprint, unchecked((long)replaced.Arrival.Fingerprint)),
    ];

    public static string KeyOf(string id, ulong content) => string.Create(CultureInfo.InvariantCulture, $"{content:x16} {id}");
}
