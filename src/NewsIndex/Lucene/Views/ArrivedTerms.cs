using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsIndex.Generations;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Translation;

namespace NewsIndex.Lucene.Views;

/// <summary>Tells which terms the articles have that arrived after a generation.</summary>
internal sealed class ArrivedTerms(IndexReader reader, Generation passed, CancellationToken cancellation)
{
    private const int TermsBetweenCancellationChecks = 1024;

    /// <summary>Most segments are older than the arrivals.</summary>
    private readonly List<(AtomicReader Segment, FixedBitSet Arrived)> arrivals =
    [
        .. reader.Leaves.Select(leaf => (leaf.AtomicReader, Arrived: ArticleFilters.ArrivedAfter(passed).Of(leaf.AtomicReader)))
            .Where(each => each.Arrived.Count > 0).Select(each => (SegmentView.Of(each.AtomicReader).Whole, each.Arrived.Bits)),
    ];

    /// <summary>Those of some terms that an arrival has. Looked up in the order of the dictionary, each once.</summary>
    public HashSet<Term> Among(IEnumerable<Term> terms)
    {
        var found = new HashSet<Term>();
        foreach (var field in terms.Distinct().GroupBy(term => term.Field))
        {
            var sorted = field.OrderBy(term => term.Bytes).ToList();
            foreach (var (segment, arrived) in arrivals)
                Add(found, sorted, segment, arrived);
        }

        return found;
    }

    private void Add(HashSet<Term> found, List<Term> sorted, AtomicReader segment, FixedBitSet arrived)
    {
        if (segment.GetTerms(sorted[0].Field)?.GetEnumerator() is not { } words)
            return;
        var first = arrived.NextSetBit(0);
        DocsEnum? docs = null;
        for (var i = 0; i < sorted.Count; i++)
        {
            if (i % TermsBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            if (found.Contains(sorted[i]) || !words.SeekExact(sorted[i].Bytes))
                continue;
            docs = words.Docs(null, docs, DocsFlags.NONE);
            for (var doc = docs.Advance(first); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                if (!arrived.Get(doc))
                    continue;
                found.Add(sorted[i]);
                break;
            }
        }
    }
}
