using NewsIndex.Repeats;

namespace NewsIndex.Generations;

/// <summary>
/// The generations of an index that are available, and the pins that keep some of them. Every call sees what other processes have changed.
/// Thread-safe.
/// </summary>
public interface IGenerationPins
{
    /// <summary>Returns the available generations, oldest first; the last is the newest. Empty when there is no index.</summary>
    IReadOnlyList<Generation> ListGenerations();

    /// <summary>Returns the pins in the order of pinning, expired ones included.</summary>
    /// <exception cref="IndexUnavailableException">The pins cannot be read.</exception>
    IReadOnlyList<GenerationPin> Read();

    /// <summary>
    /// Pins a generation, so that citations of it stay available, with the corrections of entities that exist now. A generation that is
    /// already pinned keeps the corrections of its first pin; a pin of the same owner is replaced. For a request that made a pin
    /// which is still in the list, changes nothing and returns that one.
    /// </summary>
    /// <param name="generation">Null for the newest.</param>
    /// <param name="expiresAt">Time from which the pin keeps nothing; null for a pin that stays until it is removed.</param>
    /// <param name="request">Null for a request without an id.</param>
    /// <exception cref="GenerationExpiredException">The generation is no longer available.</exception>
    /// <exception cref="IndexUnavailableException">There is no index, or its pins cannot be read.</exception>
    /// <exception cref="PinFailedException">There are too many pins, of all owners or of this one, or they cannot be written.</exception>
    /// <exception cref="RequestIdReusedException">A pin in the list is that of another request with its id.</exception>
    GenerationPin Pin(
        Generation? generation, string by, string why, DateTimeOffset? expiresAt = null, WriteRequest? request = null);

    /// <summary>Removes a pin. A generation without pins may be deleted.</summary>
    /// <param name="by">Owner; null if the request has none, which is valid if the generation has one pin.</param>
    /// <returns>False when there is no such pin.</returns>
    /// <exception cref="PinFailedException">Several owners have a pin and none is given, or the pins cannot be written.</exception>
    /// <exception cref="IndexUnavailableException">The pins cannot be read.</exception>
    bool Unpin(Generation generation, string? by);

    /// <summary>
    /// Returns the number of the last correction that counts for a generation, which its first pin has; null when it is not pinned or all
    /// corrections count. Cheap enough for every search.
    /// </summary>
    /// <exception cref="IndexUnavailableException">The pins cannot be read.</exception>
    int? CorrectionsOf(Generation generation);
}
