using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Articles;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Intake;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Documents;

/// <summary>All that a segment stores of one text of an article.</summary>
/// <param name="State">Null for an earlier text of an article.</param>
/// <param name="Entities">Entities that the article counts for.</param>
internal sealed record CarriedDocument(
    byte[] Record, DateTimeOffset IndexedAt, int Revision, Generation Arrival, IndexedState? State, ulong Content,
    IReadOnlyList<ArticleMention> Mentions, IReadOnlyList<EntityReference> Entities, byte[]? Passages)
{
    /// <exception cref="IndexUnavailableException">The document is of a kind that this version does not know.</exception>
    public static CarriedDocument Read(StoredSegment segment, int doc)
    {
        var stored = segment.Read(doc);
        var arrival = new Generation(
            Number(segment, IndexFields.ArrivedAs, doc), unchecked((ulong)Number(segment, IndexFields.Fingerprint, doc)));
        if (stored.Record.Length == 0 || arrival == default)
        {
            throw new IndexUnavailableException(
                "the index holds a document that is no text of an article, which this version cannot carry over: "
                + "use the version that made the index, or index the archive again into an empty folder");
        }

        var (record, indexedAt) = (stored.Record.ToArray(), DateTimeOffset.FromUnixTimeSeconds(stored.IndexedAt));
        if (!segment.IsCurrent(doc))
            return new CarriedDocument(record, indexedAt, stored.Revision, arrival, null, 0, [], [], null);
        var bands = BytesOf(segment, IndexFields.CopyBands, doc) is { } value ? CopyBandsValue.Read(new BytesRef(value)) : [];
        return new CarriedDocument(
            record, indexedAt, stored.Revision, arrival, new IndexedState(stored.Revision, arrival, stored.CopyGroup, bands),
            unchecked((ulong)Number(segment, IndexFields.ContentKey, doc)), StoredMentions.Read(stored.Mentions),
            [.. Enum.GetValues<EntityType>().SelectMany(type => EntitiesOf(segment, type, doc))],
            BytesOf(segment, IndexFields.Passages, doc));
    }

    public StoredRecord ToRecord() => new(Record, IndexedAt, Revision, Arrival);

    private static long Number(StoredSegment segment, string field, int doc) => segment.Numbers.Of(field)?.Get(doc) ?? 0;

    private static byte[]? BytesOf(StoredSegment segment, string field, int doc)
    {
        if (segment.Bytes.Of(field) is not { } column)
            return null;
        var value = new BytesRef();
        column.Get(doc, value);
        return value.Length == 0 ? null : value.Bytes.AsSpan(value.Offset, value.Length).ToArray();
    }

    private static IEnumerable<EntityReference> EntitiesOf(StoredSegment segment, EntityType type, int doc)
    {
        if (segment.Sets.Of(EntityFields.Of(type)) is not { } column)
            yield break;
        var value = new BytesRef();
        column.SetDocument(doc);
        for (var ordinal = column.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = column.NextOrd())
        {
            column.LookupOrd(ordinal, value);
            yield return new EntityReference(type, value.Utf8ToString());
        }
    }
}
