namespace NewsIndex.Files;

/// <summary>A file of entries as it was read.</summary>
internal sealed record LineFileContent<T>(IReadOnlyList<T> Entries, LineFileEnd End);
