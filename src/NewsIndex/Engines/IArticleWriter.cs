using NewsIndex.Articles;
using NewsIndex.Generations;

namespace NewsIndex.Engines;

/// <summary>What became of an article that was written.</summary>
public enum WriteOutcome
{
    /// <summary>The index had no article with this id.</summary>
    New,

    /// <summary>Replaced an article with the same id and other content.</summary>
    Updated,

    /// <summary>The index had it already, from an earlier run.</summary>
    Unchanged,

    /// <summary>This run had it already, with the same content.</summary>
    Duplicate,
}

/// <summary>The writing half of an index. One writer at a time; nothing written is seen by searchers before a commit.</summary>
public interface IArticleWriter : IAsyncDisposable
{
    /// <summary>Random id of the index, given when it was created.</summary>
    /// <remarks>Two indexes that are created one after the other differ, even in the same directory.</remarks>
    string IndexId { get; }

    /// <summary>The state that the last commit left.</summary>
    Generation Committed { get; }

    /// <summary>Adds articles or replaces those with the same id; of two in a batch with one id, the later stays.</summary>
    /// <returns>One outcome an article, in order.</returns>
    Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken);

    /// <summary>
    /// Before the last commit of a run: makes what was written fast to search, where many commits have left it in many parts. Takes seconds
    /// at most of a run of minutes; does nothing when nothing was written.
    /// </summary>
    Task CompactAsync(CancellationToken cancellationToken);

    /// <summary>Makes all that was written visible and durable, or none of it. Does nothing when nothing has changed.</summary>
    /// <returns>The generation that is now current.</returns>
    Task<Generation> CommitAsync(CancellationToken cancellationToken);
}
