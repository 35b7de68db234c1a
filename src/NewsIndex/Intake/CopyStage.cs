using NewsIndex.Articles;
using NewsIndex.NearDuplicates;
using NewsIndex.Words;

namespace NewsIndex.Intake;

/// <summary>Puts written articles into groups of near-duplicates, in their order, since the first of a group names it.</summary>
/// <param name="recordOf">The record that an article has now, its batch included; null when there is none.</param>
/// <param name="span">See <see cref="CopyGroups"/>.</param>
internal sealed class CopyStage(IArticleStore store, Func<string, StoredRecord?> recordOf, long span)
{
    /// <summary>32 MB: some ten thousand articles.</summary>
    private const int MaxRecentShingles = 4 << 20;

    private readonly RecentShingles recent = new(MaxRecentShingles);
    private CopyGroups? groups;

    /// <summary>What an index is to keep of each article: its revision, and its group.</summary>
    /// <param name="articles">Those of a batch that are written, one an id.</param>
    /// <param name="texts">One an article.</param>
    /// <param name="decisions">One an article.</param>
    public IndexedState[] Assign(
        IReadOnlyList<IncomingArticle> articles, ComparedArticle[] texts, IReadOnlyList<Decision> decisions)
    {
        // All before the first is assigned: an article is compared with what the others have become by the end of the batch.
        for (var i = 0; i < texts.Length; i++)
            recent.Keep(articles[i].Id, texts[i].Shingles);
        groups ??= ReadGroups();
        for (var i = 0; i < texts.Length; i++)
        {
            if (decisions[i].Revision > 1)
                groups.MarkChanged(articles[i].Id);
        }

        return [.. texts.Select((text, i) => Assign(articles[i].Id, text, decisions[i]))];
    }

    private IndexedState Assign(string id, ComparedArticle text, Decision decision)
    {
        var group = groups!.Assign(id, text.Shingles, text.Bands, decision.Arrival.Number);
        return new IndexedState(decision.Revision, decision.Arrival, group, group == id ? text.Bands : []);
    }

    private CopyGroups ReadGroups()
    {
        var known = new CopyGroups(ShinglesOf, span);
        foreach (var (id, bands, arrival) in store.ReadCopyGroups(CopyGroups.EarliestKnown(store.Committed.Number, span)))
            known.AddKnown(id, bands, arrival);
        return known;
    }

    private ulong[]? ShinglesOf(string id)
    {
        if (recent.Of(id) is { } kept)
            return kept;
        if (recordOf(id) is not { } record)
            return null;
        var shingles = ArticleText.Of(ArticleRecord.Read(record.Json)).ToShingles();
        recent.Keep(id, shingles);
        return shingles;
    }
}
