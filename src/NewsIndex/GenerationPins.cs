using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsIndex;

/// <summary>The generations of an index that are kept, in a file of its folder: <c>pins.jsonl</c>, a JSON object a line, read anew whenever it is asked.</summary>
public sealed class GenerationPins(string directory)
{
    public const string FileName = "pins.jsonl";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    private readonly string path = Path.Combine(directory, FileName);

    /// <summary>In the order in which they were pinned.</summary>
    /// <exception cref="IndexUnavailableException">A line of the file cannot be read: what should be kept is not known, and nothing may be deleted.</exception>
    public IReadOnlyList<GenerationPin> Read()
    {
        if (!File.Exists(path))
            return [];
        var lines = File.ReadAllLines(path);
        return [.. lines.Select((line, i) => (line, i)).Where(each => each.line.Length > 0).Select(each => Parse(each.line, each.i + 1))];
    }

    public void Add(GenerationPin pin) => Write([.. Read().Where(each => each.Generation != pin.Generation), pin]);

    /// <returns>False when it was not pinned.</returns>
    public bool Remove(Generation generation)
    {
        var pins = Read();
        if (!pins.Any(pin => pin.Generation == generation))
            return false;
        Write([.. pins.Where(pin => pin.Generation != generation)]);
        return true;
    }

    /// <summary>The whole file or none of it: a half-written list would let a cited generation go.</summary>
    private void Write(IReadOnlyList<GenerationPin> pins)
    {
        var next = path + ".new";
        File.WriteAllLines(next, pins.Select(pin => JsonSerializer.Serialize(new Line(pin.Generation.ToString(), pin.PinnedAt, pin.By, pin.Why, pin.Corrections), Form)));
        File.Move(next, path, overwrite: true);
    }

    private GenerationPin Parse(string line, int number)
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

        throw new IndexUnavailableException($"line {number} of {path} is no pinned generation: mend it, or remove the line to let that generation go");
    }

    private sealed record Line(string? Generation, DateTimeOffset PinnedAt, string? By, string? Why, int? Corrections);
}
