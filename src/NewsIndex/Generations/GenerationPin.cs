namespace NewsIndex.Generations;

/// <summary>Keeps a generation available for citations. Each owner has a separate pin.</summary>
/// <param name="By">Owner; empty if not given.</param>
/// <param name="Why">Purpose; may be empty.</param>
/// <param name="Corrections">
/// Number of the last entity correction that applies, so that later ones do not change what is cited. Null in old pins: all apply.
/// </param>
public sealed record GenerationPin(Generation Generation, DateTimeOffset PinnedAt, string By, string Why, int? Corrections = null)
{
    /// <summary>Maximum length of the owner in UTF-16 code units.</summary>
    public const int MaxByLength = 200;

    /// <summary>Maximum length of the purpose in UTF-16 code units.</summary>
    public const int MaxWhyLength = 1000;
}
