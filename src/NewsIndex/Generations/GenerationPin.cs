namespace NewsIndex.Generations;

/// <summary>A generation that is kept so that what was cited from it can be asked again. Each owner keeps it for themselves.</summary>
/// <param name="By">The owner: who asked for it; empty when nobody said.</param>
/// <param name="Why">What it is kept for; may be empty.</param>
/// <param name="Corrections">
/// The number of the last correction of entities that counts: later ones do not change what is cited. Null, of old pins: all count.
/// </param>
public sealed record GenerationPin(Generation Generation, DateTimeOffset PinnedAt, string By, string Why, int? Corrections = null)
{
    /// <summary>In UTF-16 code units.</summary>
    public const int LongestBy = 200;

    /// <summary>In UTF-16 code units.</summary>
    public const int LongestWhy = 1000;
}
