namespace NewsIndex.Files;

/// <summary>The immutable state that the entries of a <see cref="SharedLog{TEntry, TState}"/> result in.</summary>
internal interface ILogState<TEntry, TSelf>
    where TSelf : ILogState<TEntry, TSelf>
{
    /// <summary>The state after all entries, in the order of the file.</summary>
    static abstract TSelf Of(IReadOnlyList<TEntry> entries);

    /// <summary>Things that would be lost with the file; 0 if it may be missing.</summary>
    int Count { get; }

    /// <summary>The state after one more entry.</summary>
    TSelf After(TEntry entry);
}
