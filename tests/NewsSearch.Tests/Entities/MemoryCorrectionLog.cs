using NewsIndex.Entities;

namespace NewsSearch.Tests.Entities;

/// <summary>Corrections in memory, for an engine that has no folder.</summary>
internal sealed class MemoryCorrectionLog(TimeProvider clock) : ICorrectionLog
{
    private readonly Lock adding = new();

    public EntityCorrections Current { get; private set; } = EntityCorrections.None;

    public EntityCorrections Latest => Current;

    public IReadOnlyList<string> Remarks => Current.Remarks;

    public CorrectionOutcome Add(Func<int, DateTimeOffset, EntityCorrection> make)
    {
        lock (adding)
        {
            var correction = make(Current.LastNumber + 1, DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds()));
            if (Current.FirstOutcomeOf(correction.Request) is { } first)
                return first;
            if (Current.ObjectionTo(correction) is { } objection)
                return new CorrectionOutcome(null, objection, Current);
            Current = new EntityCorrections([.. Current.Log, correction]);
            return new CorrectionOutcome(correction, null, Current);
        }
    }
}
