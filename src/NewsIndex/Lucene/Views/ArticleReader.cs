using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Positions;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Translation;
using NewsIndex.Results;
using NewsIndex.Searching.Views;

namespace NewsIndex.Lucene.Views;

/// <summary>Locates and reads articles of a snapshot.</summary>
internal sealed class ArticleReader(SnapshotReader reader)
{
    /// <summary>Returns null when there is no article with this id.</summary>
    public RankedHit? Locate(string id) => Locate(IndexFields.Id, id).Select(hit => (RankedHit?)hit).FirstOrDefault();

    /// <summary>Reads the articles with a term, with their content hashes.</summary>
    public IEnumerable<StoredArticle> ReadAll(string field, string id) =>
        Locate(field, id).Select(found => Visible(StoredDocument.Read(SegmentOf(found), found.Doc)));

    /// <summary>Reads hits, in their order.</summary>
    public StoredArticle[] Read(IReadOnlyList<RankedHit> hits, ArticleDetail detail, CancellationToken cancellation)
    {
        var read = new StoredArticle[hits.Count];
        foreach (var i in InOrderOfIndex(hits))
        {
            cancellation.ThrowIfCancellationRequested();
            read[i] = Read(hits[i], detail);
        }

        return read;
    }

    /// <summary>Reads hits and what matches in them, in their order.</summary>
    public FetchedArticle[] Read(IReadOnlyList<RankedHit> hits, LucenePlan plan, ArticleDetail detail, CancellationToken cancellation)
    {
        var read = new FetchedArticle[hits.Count];
        var needed = MarksMentions(plan) ? ArticleDetail.Mentions : detail;
        var sought = new SoughtWords();
        foreach (var i in InOrderOfIndex(hits))
        {
            cancellation.ThrowIfCancellationRequested();
            read[i] = Read(hits[i], plan, needed, sought);
        }

        return read;
    }

    private FetchedArticle Read(RankedHit hit, LucenePlan plan, ArticleDetail detail, SoughtWords sought)
    {
        var segment = SegmentOf(hit);
        var stored = Read(hit, detail);
        try
        {
            var (headline, body) = MatchFinder.Find(
                new HitPositions(segment, hit.Doc, stored, sought), stored.Article, plan.MarksIn(LanguageColumn.Of(segment)[hit.Doc]));
            return new FetchedArticle(stored, headline, body);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException)
        {
            // An article whose offsets do not fit its text must not fail the whole page.
            return new FetchedArticle(stored, [], [], e.Message);
        }
    }

    /// <summary>True if the places of entities are marked, which are those of the mentions.</summary>
    private static bool MarksMentions(LucenePlan plan) =>
        plan.Parts.Any(part => part.Marks.Any(mark => mark.Leaves.Any(leaf => leaf.Field == IndexFields.Mentions)));

    private StoredArticle Read(RankedHit hit, ArticleDetail detail) =>
        Visible(StoredDocument.Read(SegmentOf(hit), hit.Doc, detail));

    private StoredArticle Visible(StoredArticle stored) =>
        stored.CopyGroup == stored.Article.Id ? stored : stored with { CopyGroup = VisibleGroup(stored.CopyGroup) };

    /// <summary>Numbers of the hits in the order in which postings and stored fields are read.</summary>
    private static int[] InOrderOfIndex(IReadOnlyList<RankedHit> hits)
    {
        var order = new int[hits.Count];
        var places = new (int Segment, int Doc)[hits.Count];
        for (var i = 0; i < order.Length; i++)
            (order[i], places[i]) = (i, (hits[i].Segment, hits[i].Doc));
        Array.Sort(places, order);
        return order;
    }

    /// <summary>
    /// Names a group of near-duplicates by the first visible article that arrived, where its first article is hidden or deleted.
    /// </summary>
    private string VisibleGroup(string group) => group.Length == 0 || Locate(group) is not null
        ? group
        : IdOf(Locate(IndexFields.CopyGroup, group).MinBy(
            hit => SegmentColumns.Of(SegmentOf(hit)).Arrivals(SegmentOf(hit))[hit.Doc]));

    private string IdOf(RankedHit hit) => new HitComparison(reader).IdOf(hit);

    private AtomicReader SegmentOf(RankedHit hit) => reader.Leaves[hit.Segment].AtomicReader;

    private IEnumerable<RankedHit> Locate(string field, string id)
    {
        var term = new Term(field, new BytesRef(id));
        foreach (var leaf in reader.Leaves)
        {
            var docs = leaf.AtomicReader.GetTermDocsEnum(term);
            for (var doc = docs?.NextDoc() ?? int.MaxValue; doc != int.MaxValue; doc = docs!.NextDoc())
            {
                if (leaf.AtomicReader.LiveDocs?.Get(doc) != false)
                    yield return new RankedHit(0, 0, doc, leaf.Ord);
            }
        }
    }
}
