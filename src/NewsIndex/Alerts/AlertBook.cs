using System.Collections.Immutable;
using NewsIndex.Files;
using NewsIndex.Repeats;

namespace NewsIndex.Alerts;

/// <summary>The alerts in force at one moment, by number.</summary>
public sealed class AlertBook : ILogState<AlertChange, AlertBook>
{
    private readonly ImmutableSortedDictionary<int, Alert> alerts;
    private readonly ImmutableDictionary<string, int> perOwner;

    /// <summary>The alerts whose requests had an id, deleted ones too: a late repeat must not create one again.</summary>
    private readonly ImmutableDictionary<(string Caller, string Id), Alert> perRequest;

    private AlertBook(
        ImmutableSortedDictionary<int, Alert> alerts, ImmutableDictionary<string, int> perOwner,
        ImmutableDictionary<(string Caller, string Id), Alert> perRequest, int lastNumber) =>
        (this.alerts, this.perOwner, this.perRequest, LastNumber) = (alerts, perOwner, perRequest, lastNumber);

    public static AlertBook Empty { get; } = new(
        ImmutableSortedDictionary<int, Alert>.Empty, ImmutableDictionary.Create<string, int>(StringComparer.Ordinal),
        ImmutableDictionary<(string Caller, string Id), Alert>.Empty, 0);

    public int Count => alerts.Count;

    /// <summary>Number of the last alert that was created, deleted or not; 0 for none.</summary>
    public int LastNumber { get; }

    /// <summary>All alerts, in the order in which they were created.</summary>
    public IEnumerable<Alert> All => alerts.Values;

    /// <summary>Returns null when there is no alert with this number.</summary>
    public Alert? Find(int number) => alerts.GetValueOrDefault(number);

    /// <summary>The alert that a request created before, deleted or not; null if it created none.</summary>
    /// <param name="request">Null for one without an id.</param>
    /// <exception cref="RequestIdReusedException">Another request of the caller had its id.</exception>
    public Alert? CreatedBy(WriteRequest? request) =>
        request is not null && perRequest.GetValueOrDefault((request.Caller, request.Id)) is { } alert && request.IsRepeatOf(alert.Request)
            ? alert
            : null;

    static AlertBook ILogState<AlertChange, AlertBook>.Of(IReadOnlyList<AlertChange> entries) =>
        entries.Aggregate(Empty, (book, change) => book.After(change));

    AlertBook ILogState<AlertChange, AlertBook>.After(AlertChange entry) => After(entry);

    private AlertBook After(AlertChange change) => change switch
    {
        AlertChange.Created { Alert: var made } => new AlertBook(
            alerts.SetItem(made.Number, made), Counted(made.Owner, 1), WithRequestOf(made), Math.Max(LastNumber, made.Number)),
        AlertChange.Deleted { Number: var number } when Find(number) is { } gone => new AlertBook(
            alerts.Remove(number), Counted(gone.Owner, -1), perRequest, LastNumber),
        _ => this,
    };

    /// <exception cref="TooManyAlertsException">The owner or the index has as many alerts as it may have.</exception>
    internal void RequireRoom(string owner)
    {
        if (Count >= AlertLog.MaxAlerts)
            throw new TooManyAlertsException(AlertLog.MaxAlerts, $"the index has {Count:N0} alerts, the maximum; delete one first");
        if (perOwner.GetValueOrDefault(owner) >= AlertLog.MaxPerOwner)
        {
            throw new TooManyAlertsException(
                AlertLog.MaxPerOwner, $"the caller has {AlertLog.MaxPerOwner:N0} alerts, the maximum; delete one first");
        }
    }

    private ImmutableDictionary<string, int> Counted(string owner, int more) =>
        perOwner.SetItem(owner, perOwner.GetValueOrDefault(owner) + more);

    private ImmutableDictionary<(string Caller, string Id), Alert> WithRequestOf(Alert alert) =>
        alert.Request is { } request ? perRequest.SetItem((request.Caller, request.Id), alert) : perRequest;
}
