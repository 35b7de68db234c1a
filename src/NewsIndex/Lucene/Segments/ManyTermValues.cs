using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Segments;

/// <summary>A column with several terms a document, as Lucene reads it: in their order, each once.</summary>
internal sealed class ManyTermValues(TermColumn column, TermOrdinals ordinals, TermTable terms) : SortedSetDocValues
{
    private readonly List<int> current = [];
    private int next;

    public override long ValueCount => ordinals.Count;

    public override void SetDocument(int docID)
    {
        current.Clear();
        next = 0;
        var (start, end) = column.RangeOf(docID);
        for (var i = start; i < end; i++)
            current.Add(ordinals.Of(column[i]));
        current.Sort();
    }

    public override long NextOrd()
    {
        if (next == current.Count)
            return NO_MORE_ORDS;
        var found = current[next];
        while (next < current.Count && current[next] == found)
            next++;
        return found;
    }

    public override void LookupOrd(long ord, BytesRef result) => terms.Get(ordinals.TermOf((int)ord), result);
}
