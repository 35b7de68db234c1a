using NewsIndex.Files;
using NewsIndex.Generations;
using NewsIndex.Repeats;

namespace NewsIndex.Alerts;

/// <summary>
/// The alerts of an index, in a file beside it, so that an index that is built anew keeps them. The file only ever grows. Several processes
/// may change it. Thread-safe.
/// </summary>
/// <param name="path">Path of the file, which may not exist yet.</param>
public sealed class AlertLog(string path, TimeProvider clock)
{
    /// <summary>Maximum alerts of an index.</summary>
    public const int MaxAlerts = 100_000;

    /// <summary>Maximum alerts of one owner.</summary>
    public const int MaxPerOwner = 20_000;

    private static readonly SharedLogFailures Failures = new(
        "alerts", "the alerts were not changed",
        (message, cause, isReadOnly) => new AlertsUnavailableException(message, cause) { IsReadOnly = isReadOnly });

    private readonly SharedLog<AlertChange, AlertBook> log = new(path, FileOf(path), Failures, clock);

    /// <summary>The file with the alerts of an index.</summary>
    public static string PathFor(string indexDirectory) => Path.TrimEndingDirectorySeparator(indexDirectory) + "-alerts.jsonl";

    internal static LineFile<AlertChange> FileOf(string path) => new(path, "change of alerts", AlertJson.Write, AlertJson.Read);

    /// <summary>The alerts in force. What another process changes is seen within a second.</summary>
    /// <exception cref="AlertsUnavailableException">They cannot be read.</exception>
    public AlertBook Current => log.Current;

    /// <summary>
    /// Creates an alert, which is durable when this returns; for a request that created one before, returns that one, deleted or not.
    /// </summary>
    /// <param name="text">A canonical query.</param>
    /// <param name="since">The newest generation.</param>
    /// <param name="request">Null for a request without an id.</param>
    /// <exception cref="AlertsUnavailableException">The log cannot be read or written; nothing was created.</exception>
    /// <exception cref="TooManyAlertsException">The owner or the index has too many.</exception>
    /// <exception cref="RequestIdReusedException">Another request of the caller had its id; nothing was created.</exception>
    public Alert Create(string name, string owner, string text, Generation since, WriteRequest? request = null)
    {
        Alert? alert = null;
        log.Append((book, now) =>
        {
            if ((alert = book.CreatedBy(request)) is not null)
                return null;
            book.RequireRoom(owner);
            alert = new Alert(book.LastNumber + 1, name, owner, text, now, since) { Request = request };
            return new AlertChange.Created(alert);
        });
        return alert!;
    }

    /// <summary>Deletes an alert.</summary>
    /// <param name="mayDelete">Returns true for an alert that the caller may delete.</param>
    /// <returns>False if there is no such alert, or the caller may not delete it.</returns>
    /// <exception cref="AlertsUnavailableException">The log cannot be read or written; nothing was deleted.</exception>
    public bool Delete(int number, string by, Func<Alert, bool> mayDelete) => log.Append((book, now) =>
        book.Find(number) is { } alert && mayDelete(alert) ? new AlertChange.Deleted(number, by, now) : null).Entry is not null;
}
