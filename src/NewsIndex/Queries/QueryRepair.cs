namespace NewsIndex.Queries;

/// <summary>A change of the typed text.</summary>
/// <param name="Told">What was done, for the reader of a notice.</param>
internal sealed record QueryRepair(int Offset, int Length, string Replacement, string Told)
{
    /// <summary>
    /// Whether nothing else can have been meant, as with a quotation mark that is never closed. Such a repair is made where mistakes are
    /// forgiven; any other is only offered.
    /// </summary>
    public bool KeepsMeaning { get; init; }
}
