using NewsIndex.Generations;

namespace NewsIndex.Alerts;

/// <summary>
/// The answers of all alerts of a watcher to one generation. Matches are delivered in the order of arrival, as far as every alert has
/// looked.
/// </summary>
public sealed class AlertRound(AlertPosition begin, Generation newest)
{
    private readonly List<AlertMatch> matches = [];
    private long complete = newest.Number;

    /// <summary>The position after the round.</summary>
    public AlertPosition End => complete == newest.Number
        ? AlertPosition.After(newest)
        : begin with { Arrival = complete, Alert = int.MaxValue };

    /// <summary>True if the round has come to the newest generation; if not, another one follows.</summary>
    public bool IsWhole => complete == newest.Number;

    public void Add(AlertAnswer answer)
    {
        matches.AddRange(answer.Matches);
        complete = Math.Min(complete, answer.Complete);
    }

    /// <summary>The matches to deliver, each with the position after it.</summary>
    public IEnumerable<(AlertMatch Match, AlertPosition After)> InOrder() => matches
        .Where(match => match.Arrival <= complete)
        .OrderBy(match => match.Arrival).ThenBy(match => match.Alert.Number)
        .Select(match => (match, begin with { Arrival = match.Arrival, Alert = match.Alert.Number }));
}
