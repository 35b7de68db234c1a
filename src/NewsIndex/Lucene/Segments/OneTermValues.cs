using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Segments;

/// <summary>A column with at most one term a document, as Lucene reads it.</summary>
internal sealed class OneTermValues(TermColumn column, TermOrdinals ordinals, TermTable terms) : SortedDocValues
{
    public override int ValueCount => ordinals.Count;

    public override int GetOrd(int docID)
    {
        var (start, end) = column.RangeOf(docID);
        return start == end ? -1 : ordinals.Of(column[start]);
    }

    public override void LookupOrd(int ord, BytesRef result) => terms.Get(ordinals.TermOf(ord), result);
}
