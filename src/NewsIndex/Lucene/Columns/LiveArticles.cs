using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Columns;

/// <summary>Live documents of a segment as words of 64 bits: those that are not deleted, and that the scope shows.</summary>
internal sealed class LiveArticles
{
    private static readonly PerLiveDocs<LiveArticles> Made = new(segment => new LiveArticles(segment));

    private readonly long[] words;

    private LiveArticles(AtomicReader segment)
    {
        var live = new FixedBitSet(segment.MaxDoc);
        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            if (segment.LiveDocs.Get(doc))
                live.Set(doc);
        }

        words = live.GetBits();
    }

    /// <summary>Returns the bits of a segment; null when all documents are live. Computed once per commit that deletes from it.</summary>
    public static long[]? Of(AtomicReader segment) => segment.LiveDocs switch
    {
        null => null,
        FixedBitSet set => set.GetBits(),
        _ => Made.Of(segment).words,
    };
}
