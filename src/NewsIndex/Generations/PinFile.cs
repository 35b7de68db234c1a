using System.Text.Json;
using System.Text.Json.Serialization;
using NewsIndex.Files;
using NewsIndex.Repeats;

namespace NewsIndex.Generations;

/// <summary>
/// Pinned generations of an index, in the file <c>pins.jsonl</c> in its folder with one JSON object per line. Every call reads the file
/// anew. Safe for concurrent processes: each change reads and replaces the file under a file lock.
/// </summary>
internal sealed class PinFile(string directory)
{
    public const string FileName = "pins.jsonl";

    /// <summary>Begins with a dot, because the check of the folder ignores such files.</summary>
    private const string LockName = ".pins.lock";

    private const int MaxOwnersNamed = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    private readonly string path = Path.Combine(directory, FileName);

    /// <summary>The content of a file with these pins.</summary>
    public static byte[] ToBytes(IEnumerable<GenerationPin> pins) =>
    [
        .. pins.SelectMany(pin => (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(
            new Line(pin.Generation.ToString(), pin.PinnedAt, pin.By, pin.Why, pin.Corrections, pin.ExpiresAt, pin.Request),
            Form), (byte)'\n']),
    ];

    /// <summary>Returns the pins in the order of pinning.</summary>
    /// <exception cref="IndexUnavailableException">
    /// The file or one of its lines cannot be read. The pinned generations are then unknown, and no commit may be deleted.
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

    /// <summary>Calls with the pins, which no process changes until it returns.</summary>
    /// <exception cref="IOException">Another process has held the lock for too long, or the lock file cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file cannot be created or opened.</exception>
    /// <exception cref="IndexUnavailableException">As <see cref="Read"/>; not called.</exception>
    internal void Hold(Action<IReadOnlyList<GenerationPin>> use)
    {
        using var held = TakeLock();
        use(Read());
    }

    /// <summary>
    /// Adds a pin, or replaces the pin of the same owner for the same generation. Other pins stay unchanged. If the request of the pin made
    /// one before that is still in the list, changes nothing.
    /// </summary>
    /// <param name="make">Creates the pin from the existing ones; called under the lock.</param>
    /// <param name="limits">Numbers of pins in force that are allowed.</param>
    /// <param name="now">Tells which pins are in force. Expired ones of generations that are gone leave the list.</param>
    /// <param name="isStillThere">
    /// Returns true if the generation exists. Called under the lock, which a writer holds while it deletes commits; if it returns false,
    /// the change is undone.
    /// </param>
    /// <returns>The pin, or the one of the earlier time; and false if its generation was deleted meanwhile.</returns>
    /// <exception cref="PinFailedException">The list is full or cannot be written.</exception>
    /// <exception cref="RequestIdReusedException">A pin in the list is that of another request with its id.</exception>
    /// <exception cref="IndexUnavailableException">As <see cref="Read"/>.</exception>
    public (GenerationPin Pin, bool Holds) Add(
        Func<IReadOnlyList<GenerationPin>, GenerationPin> make, PinOptions limits, DateTimeOffset now,
        Func<GenerationPin, bool> isStillThere) => Changing(pins =>
    {
        var pin = make(pins);
        if (pins.Find(each => pin.Request?.IsRepeatOf(each.Request) == true) is { } earlier)
            return (earlier, true);
        pins.RemoveAll(each => each.IsExpiredAt(now) && !isStillThere(each));
        var index = pins.FindIndex(each => IsOf(each, pin.Generation, pin.By));
        RefuseTooMany(pins.FindAll(each => !each.IsExpiredAt(now) && !IsOf(each, pin.Generation, pin.By)), pin.By, limits);
        Write(index < 0 ? [.. pins, pin] : [.. pins[..index], pin, .. pins[(index + 1)..]]);
        if (isStillThere(pin))
            return (pin, true);
        Write(pins);
        return (pin, false);
    });

    /// <summary>Removes a pin. A generation without pins may be deleted.</summary>
    /// <param name="by">Owner; null if the request has none, which is valid if the generation has one pin.</param>
    /// <returns>False when there is no such pin.</returns>
    /// <exception cref="PinFailedException">Several owners have a pin and none is given, or the list cannot be written.</exception>
    /// <exception cref="IndexUnavailableException">As <see cref="Read"/>.</exception>
    public bool Remove(Generation generation, string? by) => Changing(pins =>
    {
        var its = pins.FindAll(pin => pin.Generation == generation && (by is null || pin.By == by));
        if (its.Count > 1)
        {
            var owners = string.Join(", ",
                its.Take(MaxOwnersNamed).Select(pin => pin.By.Length == 0 ? "an unnamed owner" : $"\"{pin.By}\""));
            throw new PinFailedException(
                PinFailure.SeveralOwners,
                $"generation {generation} has {its.Count} pins, among them those of {owners}; expected the owner of the pin to remove");
        }

        if (its.Count == 0)
            return false;
        Write([.. pins.Where(pin => pin != its[0])]);
        return true;
    });

    private static void RefuseTooMany(List<GenerationPin> others, string by, PinOptions limits)
    {
        if (others.Count >= limits.MaxPins)
        {
            throw new PinFailedException(
                PinFailure.TooMany, $"the index has {others.Count:N0} pins; expected at most {limits.MaxPins:N0}; unpin one first");
        }

        if (others.Count(pin => pin.By == by) is var own && own >= limits.MaxPinsPerOwner)
        {
            throw new PinFailedException(
                PinFailure.TooManyOfOwner,
                $"the owner has {own:N0} pins; expected at most {limits.MaxPinsPerOwner:N0}; unpin one of them first");
        }
    }

    private static bool IsOf(GenerationPin pin, Generation generation, string by) => pin.Generation == generation && pin.By == by;

    private T Changing<T>(Func<List<GenerationPin>, T> change)
    {
        try
        {
            using var held = TakeLock();
            return change([.. Read()]);
        }
        catch (Exception e) when (WriteFailure.Is(e))
        {
            throw NotChanged(e);
        }
    }

    private FileLock TakeLock() => FileLock.Take(Path.Combine(directory, LockName), Patience);

    private static IndexUnavailableException NotReadable(Exception e) =>
        new($"{FileName} of the index cannot be read ({WriteFailure.Reason(e)})", e);

    private static PinFailedException NotChanged(Exception e) => WriteFailure.IsReadOnly(e)
        ? new(PinFailure.ReadOnly, "the folder of the index is read-only, so its pins cannot be changed; allow the service to write there",
            e)
        : new(PinFailure.Busy, $"the pins were not changed: {FileName} cannot be written ({WriteFailure.Reason(e)}); try again", e);

    /// <summary>Replaces the file atomically, because a half-written list would unpin cited generations.</summary>
    private void Write(IReadOnlyList<GenerationPin> pins)
    {
        var next = path + ".new";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            file.Write(ToBytes(pins));
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
        DurableFile.FlushFolder(directory);
    }

    private static GenerationPin Parse(string line, int number)
    {
        try
        {
            if (JsonSerializer.Deserialize<Line>(line, Form) is { } read && Generation.TryParse(read.Generation ?? "", out var generation))
            {
                return new GenerationPin(generation, read.PinnedAt, read.By ?? "", read.Why ?? "", read.Corrections, read.ExpiresAt)
                {
                    Request = read.Request,
                };
            }
        }
        catch (JsonException)
        {
            // Reported below.
        }

        throw new IndexUnavailableException(
            $"line {number} of {FileName} of the index is invalid; expected a pinned generation; fix the line, or delete it to unpin the "
            + $"generation");
    }

    private sealed record Line(string? Generation, DateTimeOffset PinnedAt, string? By, string? Why, int? Corrections,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ExpiresAt,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WriteRequest? Request);
}
