using NewsIndex.Articles;
using NewsIndex.Generations;

namespace SearchService.Ingest;

/// <summary>What a caller asks to be written: an article, or the deletion of one.</summary>
/// <param name="id">Never empty.</param>
/// <param name="mayWrite">Tells by the source of an article, null when unknown, whether the caller may replace or delete it.</param>
/// <param name="isPatient">Whether the order waits as long as another process writes the index.</param>
internal abstract class WriteOrder(string id, Predicate<string?> mayWrite, bool isPatient)
{
    private readonly TaskCompletionSource<WriteResult> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    /// <summary>Completes when the order is committed, or fails with the reason.</summary>
    public Task<WriteResult> Done => done.Task;

    public bool IsPatient => isPatient;

    public bool MayWrite(string? source) => mayWrite(source);

    public void Complete(WriteResult result) => done.TrySetResult(result);

    public void Fail(Exception failure) => done.TrySetException(failure);

    /// <param name="article">Its id is that of the order.</param>
    /// <param name="restore">True to write an article that was deleted.</param>
    internal sealed class Put(Article article, bool restore, Predicate<string?> mayWrite, bool isPatient)
        : WriteOrder(article.Id, mayWrite, isPatient)
    {
        public Article Article => article;

        public bool IsRestored => restore;
    }

    internal sealed class Delete(string id, Predicate<string?> mayWrite) : WriteOrder(id, mayWrite, isPatient: false);
}

/// <summary>What became of an order.</summary>
/// <param name="Generation">A committed generation in which the result holds.</param>
internal readonly record struct WriteResult(WriteStatus Status, Generation Generation);

/// <summary>What became of an order.</summary>
internal enum WriteStatus
{
    New,
    Updated,
    Unchanged,

    /// <summary>The article was deleted earlier, and is not to be restored.</summary>
    DeletedBefore,

    /// <summary>An article with this id belongs to a source that the caller may not write.</summary>
    Foreign,

    /// <summary>The article is deleted now, by this order or an earlier one.</summary>
    Deleted,

    /// <summary>There is nothing to delete.</summary>
    NotFound,
}
