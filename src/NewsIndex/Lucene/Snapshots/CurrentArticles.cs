using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>Which documents of a segment are articles: neither deleted, nor a text that was replaced.</summary>
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

    public bool Get(int index) => current?.Get(index) == true && live?.Get(index) != false;
}
