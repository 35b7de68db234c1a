using System.Globalization;
using Lucene.Net.Documents;

namespace NewsIndex.Lucene;

/// <summary>A text that was replaced: kept to be fetched, and never found by a search.</summary>
internal static class RevisionDocument
{
    public static Document Of(string id, StoredRecord replaced) =>
    [
        new StringField(Fields.RevisionOf, id, Field.Store.NO),
        new StringField(Fields.RevisionKey, KeyOf(id, ContentKey.Of(replaced.Json.Span)), Field.Store.NO),
        new StoredField(Fields.Article, replaced.Json.ToArray()),
        new StoredField(Fields.IndexedAt, replaced.IndexedAt.ToUnixTimeSeconds()),
        new StoredField(Fields.Revision, replaced.Revision),
        // As doc values alone: a search for what arrived after a generation must not find a text that was replaced.
        new NumericDocValuesField(Fields.ArrivedAs, replaced.Arrival.Number),
        new NumericDocValuesField(Fields.Fingerprint, unchecked((long)replaced.Arrival.Fingerprint)),
    ];

    public static string KeyOf(string id, ulong content) => string.Create(CultureInfo.InvariantCulture, $"{content:x16} {id}");
}
