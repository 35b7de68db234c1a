using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Repeats;

namespace NewsSearch.Tests.Generations;

/// <summary>Generations and pins in memory, for an engine that has no folder.</summary>
internal sealed class MemoryPins(ICorrectionLog corrections, TimeProvider clock) : IGenerationPins
{
    private readonly Lock changing = new();
    private readonly List<GenerationPin> pins = [];
    private List<Generation> kept = [];

    /// <summary>Adds a generation; earlier ones without a pin are gone.</summary>
    public void Commit(Generation generation)
    {
        lock (changing)
            kept = [.. kept.Where(each => pins.Exists(pin => pin.Generation == each && !pin.IsExpiredAt(clock.GetUtcNow()))), generation];
    }

    public IReadOnlyList<Generation> ListGenerations()
    {
        lock (changing)
            return [.. kept];
    }

    public IReadOnlyList<GenerationPin> Read()
    {
        lock (changing)
            return [.. pins];
    }

    public GenerationPin Pin(
        Generation? generation, string by, string why, DateTimeOffset? expiresAt = null, WriteRequest? request = null)
    {
        lock (changing)
        {
            if (kept.Count == 0)
                throw new IndexUnavailableException("there is no index");
            var wanted = generation ?? kept[^1];
            if (!kept.Contains(wanted))
                throw new GenerationExpiredException(wanted, kept[^1]);
            if (pins.Find(each => request?.IsRepeatOf(each.Request) == true) is { } earlier)
                return earlier;
            var first = pins.Find(each => each.Generation == wanted);
            var pin = new GenerationPin(
                wanted, clock.GetUtcNow(), by, why, first is null ? corrections.Current.LastNumber : first.Corrections, expiresAt)
            {
                Request = request,
            };
            if (pins.FindIndex(each => each.Generation == wanted && each.By == by) is >= 0 and var its)
                pins[its] = pin;
            else
                pins.Add(pin);
            return pin;
        }
    }

    public bool Unpin(Generation generation, string? by)
    {
        lock (changing)
        {
            var its = pins.FindAll(pin => pin.Generation == generation && (by is null || pin.By == by));
            return its.Count < 2
                ? its.Count == 1 && pins.Remove(its[0])
                : throw new PinFailedException(PinFailure.SeveralOwners, $"generation {generation} has {its.Count} pins");
        }
    }

    public int? CorrectionsOf(Generation generation) => Read().FirstOrDefault(pin => pin.Generation == generation)?.Corrections;
}
