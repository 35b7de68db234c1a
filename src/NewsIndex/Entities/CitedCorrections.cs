namespace NewsIndex.Entities;

/// <summary>Which corrections answer a request: those in force, or for a generation that is pinned, those that were made before it was.</summary>
/// <param name="directory">Of the index.</param>
internal sealed class CitedCorrections(string directory, CorrectionLog log)
{
    private EntityCorrections last = EntityCorrections.None;

    /// <summary>What is in force now.</summary>
    public EntityCorrections Current => log.Current;

    /// <param name="generation">As the request names it; null for the newest.</param>
    /// <exception cref="IndexUnavailableException">The list of pinned generations cannot be read.</exception>
    public EntityCorrections Of(Generation? generation)
    {
        var current = log.Current;
        if (generation is null || new GenerationPins(directory).Read().FirstOrDefault(pin => pin.Generation == generation) is not { Corrections: { } made } || made >= current.Log.Count)
            return current;
        // Whoever cites asks again and again of one generation.
        var cited = last;
        if (cited.Log.Count != made || (made > 0 && cited.Log[^1] != current.Log[made - 1]))
            last = cited = new EntityCorrections([.. current.Log.Take(made)]);
        return cited;
    }
}
