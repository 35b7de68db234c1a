using NewsIndex.Files;
using NewsIndex.Generations;

namespace NewsIndex.Alerts;

/// <summary>
/// The alerts of an index, in a file beside it, so that an index that is built anew keeps them. The file only ever grows. Several processes
/// may change it, each under a file lock. Thread-safe.
/// </summary>
/// <param name="path">Path of the file, which may not exist yet. The lock file is beside it, with the suffix <c>.lock</c>.</param>
public sealed class AlertLog(string path, TimeProvider clock)
{
    /// <summary>Maximum alerts of an index.</summary>
    public const int MaxAlerts = 100_000;

    /// <summary>Maximum alerts of one owner.</summary>
    public const int MaxPerOwner = 20_000;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly LineFile<AlertChange> file = FileOf(path);

    /// <summary>Held while a change is written to disk; readers must not wait for it.</summary>
    private readonly Lock writing = new();

    /// <summary>Guards the fields below.</summary>
    private readonly Lock looking = new();
    private LineFileContent<AlertChange> content = LineFile<AlertChange>.Missing;
    private AlertBook current = AlertBook.Empty;
    private long? looked;

    /// <summary>The file with the alerts of an index.</summary>
    public static string PathFor(string indexDirectory) => Path.TrimEndingDirectorySeparator(indexDirectory) + "-alerts.jsonl";

    internal static LineFile<AlertChange> FileOf(string path) => new(path, "change of alerts", AlertJson.Write, AlertJson.Read);

    /// <summary>The alerts in force. What another process changes is seen within a second.</summary>
    /// <exception cref="AlertsUnavailableException">They cannot be read.</exception>
    public AlertBook Current
    {
        get
        {
            lock (looking)
            {
                if (looked is not { } at || clock.GetElapsedTime(at) > LookEvery)
                    Look();
                return current;
            }
        }
    }

    /// <summary>Creates an alert, which is durable when this returns.</summary>
    /// <param name="text">A canonical query.</param>
    /// <param name="since">The newest generation.</param>
    /// <exception cref="AlertsUnavailableException">The log cannot be read or written; nothing was created.</exception>
    /// <exception cref="TooManyAlertsException">The owner or the index has too many.</exception>
    public Alert Create(string name, string owner, string text, Generation since)
    {
        var change = (AlertChange.Created)Change(book =>
        {
            book.RequireRoom(owner);
            return new AlertChange.Created(new Alert(book.LastNumber + 1, name, owner, text, Now(), since));
        })!;
        return change.Alert;
    }

    /// <summary>Deletes an alert.</summary>
    /// <param name="mayDelete">Returns true for an alert that the caller may delete.</param>
    /// <returns>False if there is no such alert, or the caller may not delete it.</returns>
    /// <exception cref="AlertsUnavailableException">The log cannot be read or written; nothing was deleted.</exception>
    public bool Delete(int number, string by, Func<Alert, bool> mayDelete) => Change(
        book => book.Find(number) is { } alert && mayDelete(alert) ? new AlertChange.Deleted(number, by, Now()) : null) is not null;

    private DateTimeOffset Now() => clock.GetUtcNow() is var now
        ? new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero)
        : default;

    /// <param name="make">Makes the change from the alerts as they are; null for none.</param>
    private AlertChange? Change(Func<AlertBook, AlertChange?> make)
    {
        lock (writing)
        {
            try
            {
                using var held = FileLock.Take(path + ".lock", Patience);
                return ChangeAlone(make);
            }
            catch (Exception e) when (WriteFailure.Is(e))
            {
                throw NotChanged(e);
            }
        }
    }

    private AlertChange? ChangeAlone(Func<AlertBook, AlertChange?> make)
    {
        LineFileContent<AlertChange> known;
        AlertBook book;
        lock (looking)
        {
            Look();
            (known, book) = (content, current);
        }

        if (make(book) is not { } change)
            return null;
        var written = file.Append(known, change);
        lock (looking)
            (content, current) = (written, book.After(change));
        return change;
    }

    private void Look()
    {
        try
        {
            looked = null;
            if (file.Stamp() is var stamp && stamp != content.Stamp)
                Take(file.Read());
            looked = clock.GetTimestamp();
        }
        catch (FormatException e)
        {
            throw new AlertsUnavailableException(e.Message, e);
        }
        catch (Exception e) when (WriteFailure.Is(e))
        {
            throw new AlertsUnavailableException($"{file.Name} cannot be read ({WriteFailure.Reason(e)})", e);
        }
    }

    private void Take(LineFileContent<AlertChange> next)
    {
        if (next.Stamp is null && current.Count > 0)
        {
            throw new AlertsUnavailableException($"{file.Name} is gone, with {current.Count} alerts; "
                + "put it back, or make an empty file of that name to do without them");
        }

        (content, current) = (next, AlertBook.Of(next.Entries));
    }

    private AlertsUnavailableException NotChanged(Exception e) => WriteFailure.IsReadOnly(e)
        ? new($"the alerts were not changed: {file.Name}, or the folder it lies in, cannot be written; let the service write there", e)
        { IsReadOnly = true }
        : new($"the alerts were not changed: {file.Name} cannot be written ({WriteFailure.Reason(e)}); try again", e);
}
