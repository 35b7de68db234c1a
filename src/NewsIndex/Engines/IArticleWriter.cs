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
}

/// <summary>Writes an index. There is one writer at a time; searchers see its changes after a commit only.</summary>
public interface IArticleWriter : IAsyncDisposable
{
    /// <summary>Random id of the index, given when it was created.</summary>
    /// <remarks>Two indexes that are created one after the other differ, even in the same directory.</remarks>
    string IndexId { get; }

    /// <summary>The generation of the last commit.</summary>
    Generation Committed { get; }

    /// <summary>Adds articles, or replaces those with the same id. If a batch has an id twice, the later article is kept.</summary>
    /// <returns>One outcome per article, in order.</returns>
    Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken);

    /// <summary>
    /// Merges small segments before the last commit of a run. Takes at most seconds after a run of minutes; does nothing if nothing was
    /// written.
    /// </summary>
    Task CompactAsync(CancellationToken cancellationToken);

    /// <summary>Makes all changes visible and durable, atomically. Does nothing when nothing has changed.</summary>
    /// <returns>The current generation.</returns>
    Task<Generation> CommitAsync(CancellationToken cancellationToken);
}
