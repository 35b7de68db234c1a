using NewsIndex.Inversion;

namespace NewsIndex.Lucene.Segments;

/// <summary>Doc values that are terms of the segment: any number for a document, in any order.</summary>
internal sealed class TermColumn
{
    private readonly Pages<int> terms = new();

    /// <summary>Where the terms of each document begin; documents behind the last have none.</summary>
    private readonly Pages<int> starts = new();

    public DocumentSet Documents { get; } = new();

    public long Bytes => terms.Bytes + starts.Bytes;

    /// <summary>Terms of all documents, one after the other.</summary>
    public int Count => terms.Count;

    /// <param name="doc">Not less than that of the term before.</param>
    public void Add(int doc, int term)
    {
        while (starts.Count <= doc)
            starts.Add(terms.Count);
        terms.Add(term);
        Documents.Add(doc);
    }

    public int this[int index] => terms[index];

    /// <summary>Where the terms of a document begin and end.</summary>
    public (int Start, int End) RangeOf(int doc) => (
        doc < starts.Count ? starts[doc] : terms.Count,
        doc + 1 < starts.Count ? starts[doc + 1] : terms.Count);

    public void Clear()
    {
        terms.Clear();
        starts.Clear();
        Documents.Clear();
    }
}
