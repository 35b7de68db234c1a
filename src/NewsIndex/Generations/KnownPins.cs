using NewsIndex.Files;

namespace NewsIndex.Generations;

/// <summary>The pins of an index for callers that look them up often: the file is parsed once for each of its states.</summary>
/// <param name="directory">Directory of the index.</param>
internal sealed class KnownPins(string directory, TimeProvider clock)
{
    /// <summary>
    /// Age from which a stamp identifies the content. File systems keep times in steps of up to two seconds, so a file that is younger may
    /// change again under the same stamp.
    /// </summary>
    private static readonly TimeSpan MinAge = TimeSpan.FromSeconds(3);

    private readonly PinFile pins = new(directory);
    private Content? last;

    /// <summary>
    /// Returns the number of the last correction that counts for a generation, which its first pin has; null when it is not pinned or all
    /// corrections count.
    /// </summary>
    /// <exception cref="IndexUnavailableException">The list of pins cannot be read.</exception>
    public int? CorrectionsOf(Generation generation) => Read().Corrections.GetValueOrDefault(generation);

    private Content Read()
    {
        // The stamp comes first: content that is newer than its stamp is parsed again by the next call.
        var stamp = pins.Stamp();
        if (last is { } known && known.Stamp == stamp)
            return known;
        var read = new Content(stamp, Corrections(pins.Read()));
        last = IsSettled(stamp) ? read : null;
        return read;
    }

    private bool IsSettled(FileStamp? stamp) => stamp is null || clock.GetUtcNow().UtcDateTime - stamp.Value.Written > MinAge;

    private static Dictionary<Generation, int?> Corrections(IReadOnlyList<GenerationPin> pins)
    {
        var first = new Dictionary<Generation, int?>();
        foreach (var pin in pins)
            first.TryAdd(pin.Generation, pin.Corrections);
        return first;
    }

    /// <param name="Stamp">Null when there was no file.</param>
    private sealed record Content(FileStamp? Stamp, Dictionary<Generation, int?> Corrections);
}
