using System.Runtime.InteropServices;
using NewsIndex.Inversion;

namespace NewsIndex.Lucene.Segments;

/// <summary>
/// Collects the documents of a new segment in memory: words as numbers with their positions, and columns of values.
/// <see cref="CollectedSegment"/> shows it to a writer. For one thread at a time.
/// </summary>
internal sealed class SegmentCollector
{
    private readonly Dictionary<string, CollectedField> byName = new(StringComparer.Ordinal);

    /// <summary>Documents so far, that which comes in not included.</summary>
    public int Count { get; private set; }

    /// <summary>Terms of all fields, and those of doc values.</summary>
    public TermTable Terms { get; } = new();

    public TermTable Payloads { get; } = new();

    public StoredRows Stored { get; } = new();

    /// <summary>In the order of their numbers.</summary>
    public List<CollectedField> Fields { get; } = [];

    /// <summary>The tokens of the field that is being written.</summary>
    public SortedTokens Sorted { get; } = new();

    /// <summary>Memory of all that was collected, and of sorting the largest field, in bytes.</summary>
    public long Bytes => Terms.Bytes + Payloads.Bytes + Stored.Bytes + BytesOfFields();

    /// <summary>The field of a name, which need not have been there before.</summary>
    public CollectedField Field(string name)
    {
        ref var field = ref CollectionsMarshal.GetValueRefOrAddDefault(byName, name, out var isKnown);
        if (!isKnown)
            Fields.Add(field = new CollectedField(name, Fields.Count));
        return field!;
    }

    /// <summary>Ends a document.</summary>
    public void EndDocument()
    {
        Stored.End();
        Count++;
    }

    /// <summary>Forgets all documents and keeps the memory for the next segment.</summary>
    public void Clear()
    {
        Fields.ForEach(field => field.Clear());
        Terms.Clear();
        Payloads.Clear();
        Stored.Clear();
        Count = 0;
    }

    private long BytesOfFields()
    {
        // Fields are sorted one after the other in the same memory.
        var (bytes, sorted) = (0L, 0L);
        foreach (var field in CollectionsMarshal.AsSpan(Fields))
            (bytes, sorted) = (bytes + field.Bytes, Math.Max(sorted, field.Tokens.SortedBytes));
        return bytes + sorted;
    }
}
