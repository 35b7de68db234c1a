using NewsIndex.Generations;

namespace NewsIndex.Intake;

/// <summary>
/// Storage of one index, as the intake needs it. Reads see the last commit. All members but <see cref="Put"/> are called by one thread at a
/// time. Disposal drops what was not committed.
/// </summary>
internal interface IArticleStore : IDisposable
{
    /// <inheritdoc cref="Engines.IArticleWriter.IndexId"/>
    string IndexId { get; }

    /// <inheritdoc cref="Engines.IArticleWriter.IsAwaited"/>
    bool IsAwaited { get; }

    /// <summary>The generation of the last commit; 0 for an empty index.</summary>
    Generation Committed { get; }

    /// <summary>The content keys of articles, in the order of their ids; null for an article that is not stored.</summary>
    ulong?[] LookUp(IReadOnlyList<string> ids);

    /// <summary>True for each text that was stored once and has been replaced since.</summary>
    bool[] WereReplaced(IReadOnlyList<TextVersion> texts);

    /// <summary>The current records of articles, in the order of their ids; null for an article that is not stored.</summary>
    StoredRecord?[] ReadRecords(IReadOnlyList<string> ids);

    /// <summary>The first articles of groups of near-duplicates, in the order of their arrival.</summary>
    /// <param name="earliest">Arrivals before this one are left out.</param>
    IEnumerable<CopyGroupFirst> ReadCopyGroups(long earliest);

    /// <summary>
    /// Stores an article, in place of the one with the same id when its revision is above 1. Called from several threads at once, for one
    /// id by one thread at a time.
    /// </summary>
    void Put(PreparedArticle article);

    /// <summary>Keeps a text that is about to be replaced. Searches do not find it.</summary>
    void PutRevision(string id, StoredRecord replaced);

    /// <summary>
    /// Removes a committed article with all its texts. The generations that its texts made, and the one that its deletion makes, remain
    /// generations that the index has had.
    /// </summary>
    void Delete(string id, Generation arrival);

    /// <summary>Brings what was put into a form that is fast to search, where that takes little of the time that putting took.</summary>
    /// <exception cref="IndexUnavailableException">The index is damaged; the last commit stays.</exception>
    void Compact();

    /// <summary>Makes all that was put durable and visible, or none of it.</summary>
    /// <exception cref="IOException">The index cannot be written; the last commit stays.</exception>
    /// <exception cref="IndexUnavailableException">The index is damaged; the last commit stays.</exception>
    void Commit(Generation generation);
}
