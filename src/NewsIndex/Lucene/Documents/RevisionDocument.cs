using System.Globalization;
using Lucene.Net.Documents;
using NewsIndex.Articles;
using NewsIndex.Intake;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Documents;

/// <summary>A text that was replaced: kept to be fetched, and never found by a search.</summary>
internal static class RevisionDocument
{
    public static Document Of(string id, StoredRecord replaced) =>
    [
        new StringField(IndexFields.RevisionOf, id, Field.Store.NO),
        new StringField(IndexFields.RevisionKey, KeyOf(id, ContentKey.Of(replaced.Json.Span)), Field.Store.NO),
        new StoredField(IndexFields.Article, replaced.Json.ToArray()),
        new StoredField(IndexFields.IndexedAt, replaced.IndexedAt.ToUnixTimeSeconds()),
        new StoredField(IndexFields.Revision, replaced.Revision),
        // As doc values alone: a search for what arrived after a generation must not find a text that was replaced.
        new NumericDocValuesField(IndexFields.ArrivedAs, replaced.Arrival.Number),
        new NumericDocValuesField(IndexFields.Fingerprint, unchecked((long)replaced.Arrival.Fingerprint)),
    ];

    public static string KeyOf(string id, ulong content) => string.Create(CultureInfo.InvariantCulture, $"{content:x16} {id}");
}
