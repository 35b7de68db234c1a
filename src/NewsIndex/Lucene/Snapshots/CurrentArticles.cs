using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>Selects the current articles of a segment: excludes deleted documents and old revisions.</summary>
internal sealed class CurrentArticles : IBits
{
    private readonly IBits? live;
    private readonly IBits? current;

    public CurrentArticles(AtomicReader segment)
    {
        live = segment.LiveDocs;
        current = segment.GetDocsWithField(IndexFields.ContentKey);
        Length = segment.MaxDoc;
    }

    public int Length { get; }

    /// <summary>Counts the current articles of an index.</summary>
    public static long CountIn(IndexReader reader) => reader.Leaves.Sum(leaf =>
    {
        var current = new CurrentArticles(leaf.AtomicReader);
        return (long)Enumerable.Range(0, current.Length).Count(current.Get);
    });

    public bool Get(int index) => current?.Get(index) == true && live?.Get(index) != false;
}
