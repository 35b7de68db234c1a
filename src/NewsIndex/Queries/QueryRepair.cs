namespace NewsIndex.Queries;

/// <summary>A change of the typed text.</summary>
/// <param name="Told">The repair as told in a notice.</param>
internal sealed record QueryRepair(int Offset, int Length, string Replacement, string Told)
{
    /// <summary>
    /// True if the repair keeps the meaning, as for an unclosed quotation mark. Forgiving reading makes such repairs; others are only
    /// offered.
    /// </summary>
    public bool KeepsMeaning { get; init; }
}
