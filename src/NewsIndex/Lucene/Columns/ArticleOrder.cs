using System.Collections.Frozen;
using Lucene.Net.Index;
using NewsIndex.Queries;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// The articles of a segment in an order by date or arrival, ties by id. Without old revisions; with deleted articles. Takes 4 bytes per
/// article for each order that is asked for.
/// </summary>
internal sealed class ArticleOrder
{
    private static readonly FrozenDictionary<HitOrder, PerSegment<ArticleOrder>> Made =
        new[] { HitOrder.Newest, HitOrder.Oldest, HitOrder.Arrived }.ToFrozenDictionary(
            order => order, order => new PerSegment<ArticleOrder>(segment => new ArticleOrder(segment, order)));

    private ArticleOrder(AtomicReader segment, HitOrder order)
    {
        var ids = SegmentColumns.Of(segment).IdOrdinals(segment);
        var keys = DateKeys.Of(segment, order);
        var articles = Enumerable.Range(0, segment.MaxDoc).Where(doc => ids[doc] >= 0).Select(doc => new Place(keys[doc], ids[doc], doc))
            .ToArray();
        Array.Sort(articles);
        Docs = Array.ConvertAll(articles, place => place.Doc);
    }

    /// <summary>Documents, first article first. Must not be changed.</summary>
    public int[] Docs { get; }

    /// <param name="order">Any but <see cref="HitOrder.Relevance"/>.</param>
    public static ArticleOrder Of(AtomicReader segment, HitOrder order) => Made[order].Of(segment);

    /// <summary>A deleted article may have the id and the date of a live one.</summary>
    private readonly record struct Place(long Key, int Id, int Doc) : IComparable<Place>
    {
        public int CompareTo(Place other) => Key != other.Key ? other.Key.CompareTo(Key)
            : Id != other.Id ? Id.CompareTo(other.Id)
            : Doc.CompareTo(other.Doc);
    }
}
