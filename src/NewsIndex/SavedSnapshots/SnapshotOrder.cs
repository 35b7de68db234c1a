using NewsIndex.Generations;
using NewsIndex.Repeats;

namespace NewsIndex.SavedSnapshots;

/// <summary>What a snapshot is to be made of.</summary>
/// <param name="Name">A valid <see cref="SnapshotName"/> that no snapshot has; null for one by the time.</param>
/// <param name="Generation">Null for the newest.</param>
/// <param name="By">Who makes it; empty when unknown.</param>
/// <param name="Note">What it is made for; may be empty.</param>
/// <param name="Request">Null for a request without an id.</param>
public sealed record SnapshotOrder(string? Name, Generation? Generation, string By, string Note, WriteRequest? Request = null);
