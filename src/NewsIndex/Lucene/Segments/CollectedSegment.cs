using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Segments;

/// <summary>
/// A collected segment as a reader that a writer adds to its index. It has everything but postings, which our format of postings takes from
/// the collector in one piece.
/// </summary>
internal sealed class CollectedSegment : AtomicReader
{
    private readonly FieldInfos infos;
    private readonly Dictionary<string, CollectedField> fields;

    public CollectedSegment(SegmentCollector collector)
    {
        Collector = collector;
        // A field that only earlier segments had is not of this one.
        var present = collector.Fields.Where(field => IsPresent(field)).ToList();
        infos = new FieldInfos([.. present.Select(field => field.ToInfo())]);
        fields = present.ToDictionary(field => field.Name, StringComparer.Ordinal);
        TermsInOrder = collector.Terms.InOrder();
    }

    public SegmentCollector Collector { get; }

    /// <summary>Numbers of all terms, in the order of their bytes.</summary>
    public int[] TermsInOrder { get; }

    public override Fields Fields { get; } = new NoFields();

    public override FieldInfos FieldInfos => infos;

    public override IBits? LiveDocs => null;

    public override int NumDocs => Collector.Count;

    public override int MaxDoc => Collector.Count;

    public override NumericDocValues? GetNumericDocValues(string field) => ValuesOf(field, DocValuesType.NUMERIC)?.Numbers;

    public override BinaryDocValues? GetBinaryDocValues(string field) => ValuesOf(field, DocValuesType.BINARY)?.Binary;

    public override SortedDocValues? GetSortedDocValues(string field) => ValuesOf(field, DocValuesType.SORTED) is { } found
        ? new OneTermValues(found.Terms, new TermOrdinals(found.Terms, TermsInOrder), Collector.Terms)
        : null;

    public override SortedSetDocValues? GetSortedSetDocValues(string field) => ValuesOf(field, DocValuesType.SORTED_SET) is { } found
        ? new ManyTermValues(found.Terms, new TermOrdinals(found.Terms, TermsInOrder), Collector.Terms)
        : null;

    public override IBits? GetDocsWithField(string field) =>
        fields.GetValueOrDefault(field) is { ValuesType: not DocValuesType.NONE } found ? found.DocumentsWithValues : null;

    public override NumericDocValues? GetNormValues(string field) =>
        fields.GetValueOrDefault(field) is { HasLengths: true } found ? found.Lengths : null;

    public override global::Lucene.Net.Index.Fields? GetTermVectors(int docID) => null;

    public override void Document(int docID, StoredFieldVisitor visitor)
    {
        var cells = Collector.Stored.Of(docID);
        while (cells.Next())
        {
            var info = infos.FieldInfo(cells.Field);
            var needed = visitor.NeedsField(info);
            if (needed == StoredFieldVisitor.Status.STOP)
                return;
            if (needed == StoredFieldVisitor.Status.YES)
                cells.Visit(info, visitor);
        }
    }

    public override void CheckIntegrity()
    {
    }

    protected override void DoClose()
    {
    }

    private static bool IsPresent(CollectedField field) => field.IsStored || field.Options != IndexOptions.NONE
        || field.ValuesType != DocValuesType.NONE;

    private CollectedField? ValuesOf(string field, DocValuesType type) =>
        fields.GetValueOrDefault(field) is { } found && found.ValuesType == type ? found : null;

    private sealed class NoFields : Fields
    {
        public override int Count => 0;

        public override IEnumerator<string> GetEnumerator() => Enumerable.Empty<string>().GetEnumerator();

        public override Terms? GetTerms(string field) => null;
    }
}
