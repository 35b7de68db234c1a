using NewsIndex.Generations;

namespace NewsIndex.Entities;

/// <summary>Chooses the corrections for a request: those in force or, for a pinned generation, those made before it was pinned.</summary>
internal sealed class CitedCorrections(ICorrectionLog log, IGenerationPins pins)
{
    /// <summary>Callers who cite a generation ask for it repeatedly.</summary>
    private Cited last = new(EntityCorrections.None, 0, EntityCorrections.None);

    /// <summary>The corrections in force.</summary>
    /// <exception cref="CorrectionsUnavailableException">The corrections cannot be read.</exception>
    public EntityCorrections Current => log.Current;

    /// <param name="generation">The generation of the request; null for the newest.</param>
    /// <exception cref="CorrectionsUnavailableException">The corrections cannot be read.</exception>
    /// <exception cref="IndexUnavailableException">The pins cannot be read.</exception>
    public EntityCorrections Of(Generation? generation)
    {
        if (generation is null || pins.CorrectionsOf(generation.Value) is not { } made)
            return log.Current;
        return UpTo(made);
    }

    /// <param name="made">Number of the last correction that counts; later ones do not.</param>
    /// <exception cref="CorrectionsUnavailableException">The corrections cannot be read.</exception>
    public EntityCorrections UpTo(int made)
    {
        var current = log.Current;
        if (made >= current.LastNumber)
            return current;
        var cited = last;
        if (cited.Made != made || !ReferenceEquals(cited.All, current))
            last = cited = new Cited(current, made, new EntityCorrections([.. current.Log.Where(correction => correction.Number <= made)]));
        return cited.Of;
    }

    /// <param name="All">All corrections of the log.</param>
    /// <param name="Made">Number of the last correction that counts.</param>
    private sealed record Cited(EntityCorrections All, int Made, EntityCorrections Of);
}
