using System.Collections.Concurrent;
using Lucene.Net.Index;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// Lengths of a field in the articles of a segment, in words. Takes 4 bytes per article; loaded on first use and released with the segment.
/// </summary>
internal static class LengthColumn
{
    private static readonly PerSegment<ConcurrentDictionary<string, float[]>> Made = new(_ => new(StringComparer.Ordinal));

    /// <returns>By document; null when the field has no lengths. Concurrent first calls may load them twice.</returns>
    public static float[]? Of(AtomicReader segment, string field)
    {
        var columns = Made.Of(segment);
        if (!columns.TryGetValue(field, out var column))
            columns[field] = column = Read(segment, field);
        return column.Length == 0 ? null : column;
    }

    private static float[] Read(AtomicReader segment, string field)
    {
        if (segment.GetNormValues(field) is not { } values)
            return [];
        var lengths = new float[segment.MaxDoc];
        for (var doc = 0; doc < lengths.Length; doc++)
            lengths[doc] = values.Get(doc);
        return lengths;
    }
}
