using NewsIndex.Repeats;

namespace NewsIndex.Generations;

/// <summary>Keeps a generation available for citations. Each owner has a separate pin.</summary>
/// <param name="By">Owner; empty if not given.</param>
/// <param name="Why">Purpose; may be empty.</param>
/// <param name="Corrections">
/// Number of the last entity correction that applies, so that later ones do not change what is cited. Null in old pins: all apply.
/// </param>
/// <param name="ExpiresAt">From then on the pin keeps nothing; null for a pin that stays until it is removed.</param>
public sealed record GenerationPin(
    Generation Generation, DateTimeOffset PinnedAt, string By, string Why, int? Corrections = null, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>The request that made it; null if that had no id.</summary>
    public WriteRequest? Request { get; init; }

    /// <summary>Maximum length of the owner in UTF-16 code units.</summary>
    public const int MaxByLength = 200;

    /// <summary>Maximum length of the purpose in UTF-16 code units.</summary>
    public const int MaxWhyLength = 1000;

    /// <summary>
    /// Returns true if the pin keeps nothing any more. It stays in the list for as long as its generation is there, and its corrections
    /// count as long.
    /// </summary>
    public bool IsExpiredAt(DateTimeOffset now) => ExpiresAt <= now;
}
