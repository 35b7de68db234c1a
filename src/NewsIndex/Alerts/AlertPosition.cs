using NewsIndex.Generations;

namespace NewsIndex.Alerts;

/// <summary>How far a watcher has come: all matches of earlier arrivals are delivered.</summary>
/// <param name="Passed">A generation that the watcher has passed; arrivals up to its number are delivered.</param>
/// <param name="Arrival">Number of the last arrival with a delivered match; at least that of the generation.</param>
/// <param name="Alert">Number of the last alert that was delivered for that arrival; greater ones may follow.</param>
public readonly record struct AlertPosition(Generation Passed, long Arrival, int Alert)
{
    /// <summary>The position of a watcher who has passed a whole generation.</summary>
    public static AlertPosition After(Generation generation) => new(generation, generation.Number, int.MaxValue);

    /// <summary>True for a match that is still to be delivered.</summary>
    public bool IsBefore(AlertMatch match) => match.Arrival > Arrival || (match.Arrival == Arrival && match.Alert.Number > Alert);
}
