namespace NewsIndex.Queries;

/// <summary>A change of the typed text.</summary>
/// <param name="Told">What was done, for the reader of a notice.</param>
internal sealed record QueryRepair(int Offset, int Length, string Replacement, string Told);
