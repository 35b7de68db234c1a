using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Embeddings;
using NewsIndex.Lucene.Schema;
using NewsIndex.Ranking;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Scoring;

/// <summary>
/// Compares a query with the passages of hits. Passages are read from the files of the index, those of these hits alone: in memory those of
/// a million articles would take gigabytes.
/// </summary>
/// <param name="recency">Null when the recency boost is off.</param>
internal sealed class PassageReader(IndexReader reader, RecencyColumn? recency, CancellationToken cancellation)
{
    /// <summary>Reads hits in their order.</summary>
    public PassageHit[] Read(IReadOnlyList<RankedHit> hits, EmbeddingDirection query)
    {
        var read = new PassageHit[hits.Count];
        foreach (var segment in Enumerable.Range(0, hits.Count).GroupBy(i => hits[i].Segment))
            Read(reader.Leaves[segment.Key].AtomicReader, hits, segment.OrderBy(i => hits[i].Doc), query, read);
        return read;
    }

    /// <param name="places">Places of the segment's hits in the list, sorted by document number.</param>
    private void Read(
        AtomicReader segment, IReadOnlyList<RankedHit> hits, IEnumerable<int> places, EmbeddingDirection query, PassageHit[] read)
    {
        recency?.Enter(segment);
        var (values, rows) = (segment.GetBinaryDocValues(IndexFields.Passages), new BytesRef());
        foreach (var place in places)
        {
            cancellation.ThrowIfCancellationRequested();
            var doc = hits[place].Doc;
            values?.Get(doc, rows);
            var cosine = PassageEmbeddings.BestCosine(
                MemoryMarshal.Cast<byte, sbyte>(rows.Bytes.AsSpan(rows.Offset, rows.Length)), query);
            read[place] = new PassageHit(cosine, recency?.Of(doc) ?? 1);
        }
    }
}
