using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Columns;

/// <summary>Values of a field in the articles of a segment. Takes 4 bytes per article and 4 per value; loaded on first use.</summary>
internal sealed class ValueColumn
{
    private static readonly PerSegment<Dictionary<string, ValueColumn>> Made = new(_ => []);

    private readonly int[] starts;
    private readonly int[] ordinals;
    private readonly string name;
    private string[]? normalised;
    private int[]? only;

    private ValueColumn(AtomicReader segment, string field)
    {
        name = field;
        var values = segment.GetSortedSetDocValues(field);
        starts = new int[segment.MaxDoc + 1];
        var all = new List<int>();
        for (var doc = 0; doc < segment.MaxDoc && values is not null; doc++)
        {
            starts[doc] = all.Count;
            values.SetDocument(doc);
            for (long ordinal; (ordinal = values.NextOrd()) != SortedSetDocValues.NO_MORE_ORDS;)
                all.Add((int)ordinal);
        }

        starts[^1] = all.Count;
        ordinals = [.. all];
        Values = new string[values?.ValueCount ?? 0];
        var value = new BytesRef();
        for (var ordinal = 0; ordinal < Values.Length; ordinal++)
        {
            values!.LookupOrd(ordinal, value);
            Values[ordinal] = value.Utf8ToString();
        }
    }

    /// <summary>Values by ordinal.</summary>
    public string[] Values { get; }

    /// <summary>
    /// Ordinal of the single value plus one by document, 0 for none; twice as fast as <see cref="Of(int)"/>. Null when an article has
    /// several values.
    /// </summary>
    public int[]? Only => only ??= starts.Length - 1 >= ordinals.Length && !HasSeveral() ? OnlyValues() : null;

    /// <summary>Normalised values by ordinal: see <see cref="LabelFields.NormaliseIn"/>.</summary>
    public string[] Normalised => normalised ??= [.. Values.Select(value => LabelFields.NormaliseIn(name, value))];

    public static ValueColumn Of(AtomicReader segment, string field)
    {
        var columns = Made.Of(segment);
        lock (columns)
        {
            if (!columns.TryGetValue(field, out var column))
                columns[field] = column = new ValueColumn(segment, field);
            return column;
        }
    }

    /// <summary>Returns the ordinals of an article's values.</summary>
    public ReadOnlySpan<int> Of(int doc) => ordinals.AsSpan(starts[doc], starts[doc + 1] - starts[doc]);

    private bool HasSeveral()
    {
        for (var doc = 0; doc + 1 < starts.Length; doc++)
        {
            if (starts[doc + 1] - starts[doc] > 1)
                return true;
        }

        return false;
    }

    private int[] OnlyValues()
    {
        var values = new int[starts.Length - 1];
        for (var doc = 0; doc < values.Length; doc++)
            values[doc] = starts[doc + 1] > starts[doc] ? ordinals[starts[doc]] + 1 : 0;
        return values;
    }
}
