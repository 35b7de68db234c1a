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
        Locate(field, id).Select(found => Read(found, withHash: true));

    /// <summary>Reads a hit and what matches in it.</summary>
    /// <param name="plan">Null to read the article alone.</param>
    public FetchedArticle Fetch(RankedHit hit, LucenePlan? plan)
    {
        var segment = SegmentOf(hit);
        var stored = Read(hit, withHash: false);
        if (plan is null)
            return new FetchedArticle(stored, [], []);
        try
        {
            var (headline, body) = MatchFinder.Find(
                new HitPositions(segment, hit.Doc, stored), stored.Article, plan.MarksIn(LanguageColumn.Of(segment)[hit.Doc]));
            return new FetchedArticle(stored, headline, body);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException)
        {
            // An article whose offsets do not fit its text must not fail the whole page.
            return new FetchedArticle(stored, [], [], e.Message);
        }
    }

    private StoredArticle Read(RankedHit hit, bool withHash)
    {
        var stored = StoredDocument.Read(SegmentOf(hit), hit.Doc, withHash);
        return reader.IsScoped ? stored with { CopyGroup = VisibleGroup(stored.CopyGroup) } : stored;
    }

    /// <summary>Names a group of near-duplicates by the first visible article that arrived, where its first article is hidden.</summary>
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
