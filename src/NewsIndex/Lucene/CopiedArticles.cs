using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NewsIndex.Lucene;

/// <summary>Articles whose group of copies has more than one, anywhere in the archive.</summary>
internal sealed class CopiedArticles(IndexReader reader) : Filter
{
    private static readonly ConditionalWeakTable<IndexReader, HashSet<long>> ByReader = [];

    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var copied = ByReader.GetValue(reader, Find);
        var groups = SegmentColumns.Of(context.AtomicReader).CopyGroups(context.AtomicReader);
        var found = new FixedBitSet(context.AtomicReader.MaxDoc);
        for (var doc = 0; doc < groups.Length; doc++)
        {
            if (copied.Contains(groups[doc]) && acceptDocs?.Get(doc) != false)
                found.Set(doc);
        }

        return found;
    }

    private static HashSet<long> Find(IndexReader reader)
    {
        var seen = new HashSet<long>();
        var copied = new HashSet<long>();
        foreach (var segment in reader.Leaves.Select(leaf => leaf.AtomicReader))
        {
            var groups = SegmentColumns.Of(segment).CopyGroups(segment);
            for (var doc = 0; doc < groups.Length; doc++)
            {
                if (groups[doc] != 0 && segment.LiveDocs?.Get(doc) != false && !seen.Add(groups[doc]))
                    copied.Add(groups[doc]);
            }
        }

        return copied;
    }
}
