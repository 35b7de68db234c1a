using Lucene.Net.Index;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// The articles of a segment in the order of their ids, without old revisions and with deleted articles. Takes 4 bytes per article; made
/// on first use.
/// </summary>
internal sealed class ArticlesById
{
    private static readonly PerSegment<ArticlesById> Made = new(segment => new ArticlesById(segment));

    private ArticlesById(AtomicReader segment)
    {
        var ids = SegmentColumns.Of(segment).IdOrdinals(segment);
        Docs = [.. Enumerable.Range(0, segment.MaxDoc).Where(doc => ids[doc] >= 0)];
        Array.Sort(Array.ConvertAll(Docs, doc => ids[doc]), Docs);
    }

    /// <summary>Documents, least id first. Must not be changed.</summary>
    public int[] Docs { get; }

    public static ArticlesById Of(AtomicReader segment) => Made.Of(segment);
}
