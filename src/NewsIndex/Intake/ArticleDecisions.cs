using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;

namespace NewsIndex.Intake;

/// <summary>Decides what becomes of each article, in the order in which they come. Writes nothing.</summary>
/// <param name="deletions">Deleted articles, which are not written.</param>
internal sealed class ArticleDecisions(IArticleStore store, DeletionLog deletions) : IDisposable
{
    private readonly PendingRecords pending = new();

    /// <summary>Hashes of all ids of this run: they tell a duplicate within it from what an earlier run wrote.</summary>
    private readonly HashSet<ulong> seen = [];

    /// <summary>The generation that the articles so far make.</summary>
    public Generation Generation { get; private set; } = store.Committed;

    /// <summary>True when something was decided to be written since the last commit.</summary>
    public bool HasChanges => pending.Count > 0;

    /// <summary>One decision an article, in order. A later article of the batch sees the earlier ones.</summary>
    /// <param name="now">The time at which pending texts count as indexed.</param>
    public Decision[] Decide(IReadOnlyList<IncomingArticle> articles, DateTimeOffset now)
    {
        var stored = new StoredArticles(store, articles);
        var decisions = new Decision[articles.Count];
        for (var i = 0; i < articles.Count; i++)
            decisions[i] = Decide(articles[i], stored.At(i), now);
        return decisions;
    }

    /// <summary>The record that an article has now, pending or committed; null when there is none.</summary>
    public StoredRecord? RecordOf(string id, DateTimeOffset now) => pending.RecordOf(id, now) ?? store.ReadRecords([id])[0];

    /// <summary>The generation that the deletion of an article makes.</summary>
    /// <param name="content">Content key of the article.</param>
    public Generation Delete(ulong content) =>
        Generation = new Generation(Generation.Number + 1, unchecked(Generation.Fingerprint - content));

    /// <summary>Call when everything that was decided is committed.</summary>
    public void Commit() => pending.Clear();

    public void Dispose() => pending.Dispose();

    private Decision Decide(IncomingArticle article, StoredVersion stored, DateTimeOffset now)
    {
        if (deletions.Contains(article.Id))
            return new Decision(WriteOutcome.Deleted);
        var isAgain = !seen.Add(IdHash.Of(article.Id));
        var before = pending.ContentOf(article.Id) ?? stored.Content;
        if (before is { } current && (current == article.Content || WasReplaced(article, stored)))
            return new Decision(isAgain ? WriteOutcome.Duplicate : WriteOutcome.Unchanged);

        StoredRecord? replaced = before is null ? null : pending.RecordOf(article.Id, now) ?? stored.Record;
        var revision = replaced is { } text ? text.Revision + 1 : 1;
        Generation = new Generation(
            Generation.Number + 1, unchecked(Generation.Fingerprint + article.Content - (before ?? 0)));
        pending.Add(article, revision, Generation, before);
        return new Decision(before is null ? WriteOutcome.New : WriteOutcome.Updated, revision, Generation, replaced);
    }

    /// <summary>
    /// A text that the article had once before is no news: two archives that hold two versions of it would otherwise replace each other's
    /// text on every run.
    /// </summary>
    private bool WasReplaced(IncomingArticle article, StoredVersion stored) =>
        stored.WasReplaced || pending.WasReplaced(new TextVersion(article.Id, article.Content));
}
