using System.Text.Json;
using System.Text.Json.Serialization;
using NewsIndex.Files;

namespace NewsIndex.Generations;

/// <summary>
/// The generations of an index that are kept, in a file of its folder: <c>pins.jsonl</c>, a JSON object a line, read anew whenever it is
/// asked.
/// Several processes may change it: each reads, changes and replaces it under a file lock.
/// </summary>
public sealed class GenerationPins(string directory)
{
    public const string FileName = "pins.jsonl";

    /// <summary>Pins of one index. Each keeps files that later generations no longer need.</summary>
    public const int MostPins = 1000;

    /// <summary>Begins with a dot, as what belongs to no index may.</summary>
    private const string LockName = ".pins.lock";

    private const int MostOwnersNamed = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    private readonly string path = Path.Combine(directory, FileName);

    /// <summary>In the order in which they were pinned.</summary>
    /// <exception cref="IndexUnavailableException">
    /// The file or a line of it cannot be read: what should be kept is not known, and nothing may be deleted.
    /// </exception>
    public IReadOnlyList<GenerationPin> Read()
    {
        try
        {
            return [.. File.ReadAllLines(path).Index().Where(line => line.Item.Length > 0)
                .Select(line => Parse(line.Item, line.Index + 1))];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception e) when (WriteFailure.Is(e))
        {
            throw NotReadable(e);
        }
    }

    /// <summary>Stamp of the file; null when there is none and nothing is pinned.</summary>
    /// <exception cref="IndexUnavailableException">The file or its folder cannot be looked at.</exception>
    internal FileStamp? Stamp()
    {
        try
        {
            return FileStamp.Of(path);
        }
        catch (Exception e) when (WriteFailure.Is(e))
        {
            throw NotReadable(e);
        }
    }

    /// <summary>Adds a pin, or replaces the one that the same owner has on the same generation. Pins of others stay as they are.</summary>
    /// <param name="make">From the pins as they are; called under the lock.</param>
    /// <param name="isStillThere">
    /// Whether the generation exists, asked once the pin is written: an indexer may have let go of it just before. If not, the list is put
    /// back.
    /// </param>
    /// <returns>The pin, and whether it holds.</returns>
    /// <exception cref="PinFailedException">The list is full, or cannot be written.</exception>
    /// <exception cref="IndexUnavailableException">As <see cref="Read"/>.</exception>
    public (GenerationPin Pin, bool Holds) Add(
        Func<IReadOnlyList<GenerationPin>, GenerationPin> make, Func<GenerationPin, bool> isStillThere) => Changing(pins =>
    {
        var pin = make(pins);
        var place = pins.FindIndex(each => IsOf(each, pin.Generation, pin.By));
        if (place < 0 && pins.Count >= MostPins)
        {
            throw new PinFailedException(
                PinFailure.TooMany, $"the index has {pins.Count} pinned generations, the most that it may have; unpin one first");
        }

        Write(place < 0 ? [.. pins, pin] : [.. pins[..place], pin, .. pins[(place + 1)..]]);
        if (isStillThere(pin))
            return (pin, true);
        Write(pins);
        return (pin, false);
    });

    /// <summary>Removes an owner's pin. The generation is let go with the last of its pins.</summary>
    /// <param name="by">The owner; null when the request names none, which is enough where the generation has one pin.</param>
    /// <returns>False when there was no such pin.</returns>
    /// <exception cref="PinFailedException">Several owners have a pin and none is named, or the list cannot be written.</exception>
    /// <exception cref="IndexUnavailableException">As <see cref="Read"/>.</exception>
    public bool Remove(Generation generation, string? by) => Changing(pins =>
    {
        var its = pins.FindAll(pin => pin.Generation == generation && (by is null || pin.By == by));
        if (its.Count > 1)
        {
            var owners = string.Join(", ",
                its.Take(MostOwnersNamed).Select(pin => pin.By.Length == 0 ? "someone without a name" : $"\"{pin.By}\""));
            throw new PinFailedException(
                PinFailure.SeveralOwners,
                $"generation {generation} has {its.Count} pins, among them those of {owners}; say whose to remove");
        }

        if (its.Count == 0)
            return false;
        Write([.. pins.Where(pin => pin != its[0])]);
        return true;
    });

    private static bool IsOf(GenerationPin pin, Generation generation, string by) => pin.Generation == generation && pin.By == by;

    private T Changing<T>(Func<List<GenerationPin>, T> change)
    {
        try
        {
            using var held = FileLock.Take(Path.Combine(directory, LockName), Patience);
            return change([.. Read()]);
        }
        catch (Exception e) when (WriteFailure.Is(e))
        {
            throw NotChanged(e);
        }
    }

    private static IndexUnavailableException NotReadable(Exception e) =>
        new($"{FileName} of the index cannot be read ({WriteFailure.Reason(e)})", e);

    private static PinFailedException NotChanged(Exception e) => WriteFailure.IsReadOnly(e)
        ? new(PinFailure.ReadOnly, "the folder of the index cannot be written, so its pins cannot be changed; let the service write there",
            e)
        : new(PinFailure.Busy, $"the pins were not changed: {FileName} cannot be written ({WriteFailure.Reason(e)}); try again", e);

    /// <summary>The whole file or none of it: a half-written list would let a cited generation go.</summary>
    private void Write(IReadOnlyList<GenerationPin> pins)
    {
        var next = path + ".new";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            foreach (var pin in pins)
            {
                var line = new Line(pin.Generation.ToString(), pin.PinnedAt, pin.By, pin.Why, pin.Corrections);
                file.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, Form), (byte)'\n']);
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }

    private static GenerationPin Parse(string line, int number)
    {
        try
        {
            if (JsonSerializer.Deserialize<Line>(line, Form) is { } read && Generation.TryParse(read.Generation ?? "", out var generation))
                return new GenerationPin(generation, read.PinnedAt, read.By ?? "", read.Why ?? "", read.Corrections);
        }
        catch (JsonException)
        {
            // Told below.
        }

        throw new IndexUnavailableException(
            $"line {number} of {FileName} of the index is not a pinned generation; repair the line, or remove it to let that generation go");
    }

    private sealed record Line(string? Generation, DateTimeOffset PinnedAt, string? By, string? Why, int? Corrections);
}
