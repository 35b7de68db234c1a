namespace NewsIndex.Generations;

/// <summary>Another writer has the index open.</summary>
public sealed class IndexLockedException(string directory)
    : Exception($"another indexer is writing to {directory}: wait until it has finished, or name another folder with --index");
