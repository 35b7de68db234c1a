using NewsIndex.Generations;

namespace NewsIndex.Entities;

/// <summary>
/// Which corrections answer a request: those in force, or for a generation that is pinned, those that were made before it was.
/// </summary>
internal sealed class CitedCorrections(ICorrectionLog log, IGenerationPins pins)
{
    /// <summary>Whoever cites asks again and again of one generation.</summary>
    private Cited last = new(EntityCorrections.None, 0, EntityCorrections.None);

    /// <summary>What is in force now.</summary>
    /// <exception cref="CorrectionsUnavailableException">The corrections cannot be read.</exception>
    public EntityCorrections Current => log.Current;

    /// <param name="generation">As the request names it; null for the newest.</param>
    /// <exception cref="CorrectionsUnavailableException">The corrections cannot be read.</exception>
    /// <exception cref="IndexUnavailableException">The pins cannot be read.</exception>
    public EntityCorrections Of(Generation? generation)
    {
        var current = log.Current;
        if (generation is null)
            return current;
        if (pins.CorrectionsOf(generation.Value) is not { } made || made >= current.LastNumber)
            return current;
        var cited = last;
        if (cited.Made != made || !ReferenceEquals(cited.All, current))
            last = cited = new Cited(current, made, new EntityCorrections([.. current.Log.Where(correction => correction.Number <= made)]));
        return cited.Of;
    }

    /// <param name="All">The corrections from which they were taken.</param>
    /// <param name="Made">The number of the last that counts.</param>
    private sealed record Cited(EntityCorrections All, int Made, EntityCorrections Of);
}
