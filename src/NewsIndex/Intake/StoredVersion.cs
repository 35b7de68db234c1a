namespace NewsIndex.Intake;

/// <summary>What the last commit holds of an incoming article.</summary>
/// <param name="Content">Content key of its current text; null when it is not stored.</param>
/// <param name="WasReplaced">True when the incoming text was stored once and has been replaced since.</param>
/// <param name="Record">The current record, where the incoming text may replace it; null otherwise.</param>
internal readonly record struct StoredVersion(ulong? Content, bool WasReplaced = false, StoredRecord? Record = null);
