using NewsIndex.Generations;

namespace NewsIndex.Results;

/// <summary>What a check of every file and every article of an index found.</summary>
/// <param name="Generation">The generation that was checked; null when the commit cannot be read.</param>
/// <param name="Documents">Documents that were read, each twice.</param>
/// <param name="Problems">One sentence each; empty when nothing is wrong.</param>
public sealed record IndexCheck(Generation? Generation, long Documents, IReadOnlyList<string> Problems);

/// <summary>How far a check has come.</summary>
/// <param name="Done">Documents read so far. Each is read twice: with its segment, and with its fingerprint.</param>
/// <param name="Total">Documents to read in all.</param>
public sealed record IndexCheckProgress(long Done, long Total);
