using NewsIndex.Articles;
using NewsIndex.Generations;

namespace NewsIndex.Engines;

/// <summary>Outcome of one article in a write batch.</summary>
public enum WriteOutcome
{
    /// <summary>Added: the index had no article with this id.</summary>
    New,

    /// <summary>Replaced an article with the same id and different content.</summary>
    Updated,

    /// <summary>Unchanged since an earlier run.</summary>
    Unchanged,

    /// <summary>Unchanged since earlier in this run.</summary>
    Duplicate,

    /// <summary>Left out: the article was deleted before, and nobody has asked to restore it.</summary>
    Deleted,
}

/// <summary>Writes an index. There is one writer at a time; searchers see its changes after a commit only.</summary>
public interface IArticleWriter : IAsyncDisposable
{
    /// <summary>Random id of the index, given when it was created.</summary>
    /// <remarks>Two indexes that are created one after the other differ, even in the same directory.</remarks>
    string IndexId { get; }

    /// <summary>True if another writer waits for this one to end. Looks at a file; cheap enough for every commit.</summary>
    bool IsAwaited { get; }

    /// <summary>The generation of the last commit.</summary>
    Generation Committed { get; }

    /// <summary>Adds articles, or replaces those with the same id. If a batch has an id twice, the later article is kept.</summary>
    /// <returns>One outcome per article, in order.</returns>
    Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes articles with all their texts, and commits: first what was written before, then the deletions. An archive does not bring
    /// them back, here or in an index that is built anew beside the same record of deletions; see <see cref="Restore"/>.
    /// </summary>
    /// <returns>For each id, in order: true if its article is deleted, now or earlier; false if there is none.</returns>
    /// <exception cref="IOException">
    /// The index cannot be written. What was to be deleted is deleted, or will be when the index is next opened, or none of it.
    /// </exception>
    Task<IReadOnlyList<bool>> DeleteAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Lets deleted articles be written again, from the next commit on for good. Ids that are not deleted are passed over.
    /// </summary>
    void Restore(IEnumerable<string> ids);

    /// <summary>What the index knows of an id, with what is not committed yet; null if it never had the article.</summary>
    KnownArticle? Find(string id);

    /// <summary>
    /// Merges small segments before the last commit of a run. Takes at most seconds after a run of minutes; does nothing if nothing was
    /// written.
    /// </summary>
    /// <exception cref="IndexUnavailableException">The index is damaged; the last commit stays.</exception>
    Task CompactAsync(CancellationToken cancellationToken);

    /// <summary>Makes all changes visible and durable, atomically. Does nothing when nothing has changed.</summary>
    /// <exception cref="IOException">The index cannot be written; the last commit stays.</exception>
    /// <exception cref="IndexUnavailableException">The index is damaged; the last commit stays.</exception>
    /// <returns>The current generation.</returns>
    Task<Generation> CommitAsync(CancellationToken cancellationToken);
}

/// <summary>An article that an index holds, or held until it was deleted.</summary>
/// <param name="Source">Null when unknown.</param>
public sealed record KnownArticle(string? Source, bool IsDeleted);
