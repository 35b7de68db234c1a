namespace NewsIndex.Files;

/// <summary>
/// A file of entries that several processes append to, each under a file lock and after it has read what the others added, and the state
/// that the entries result in. Readers poll the file. Thread-safe.
/// </summary>
/// <param name="path">Path of the file, which may not exist yet. The lock file is beside it, with the suffix <c>.lock</c>.</param>
/// <param name="file">The file at that path.</param>
internal sealed class SharedLog<TEntry, TState>(string path, LineFile<TEntry> file, SharedLogFailures failures, TimeProvider clock)
    where TEntry : class
    where TState : ILogState<TEntry, TState>
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan MaxLockWait = TimeSpan.FromSeconds(5);

    /// <summary>Held while an entry is written to disk; readers must not wait for it.</summary>
    private readonly Lock writing = new();

    /// <summary>Guards the fields below.</summary>
    private readonly Lock looking = new();
    private LineFileEnd end = LineFileEnd.Missing;
    private TState current = TState.Of([]);

    /// <summary>Makes the exception that the last look led to; null if it succeeded.</summary>
    private Func<Exception>? failure;

    /// <summary>Stamp of the file that the last look found; the next look does nothing if the file still has it.</summary>
    private FileStamp? seen;
    private bool isSeen;
    private long? looked;

    /// <summary>The state now. What another process appends is seen within a second.</summary>
    /// <exception cref="Exception">As <see cref="SharedLogFailures"/> makes it: the file cannot be read.</exception>
    public TState Current
    {
        get
        {
            lock (looking)
            {
                if (looked is not { } at || clock.GetElapsedTime(at) > LookEvery)
                    Look();
                return failure is null ? current : throw failure();
            }
        }
    }

    /// <summary>The state at this moment, with all that other processes have appended.</summary>
    /// <exception cref="Exception">As <see cref="SharedLogFailures"/> makes it: the file cannot be read.</exception>
    public TState Latest => ReadNow().State;

    /// <summary>The state and the last line as of the last time that the file could be read; does not read it.</summary>
    public (TState State, LastLine Last) LastRead
    {
        get
        {
            lock (looking)
                return (current, end.Last);
        }
    }

    /// <summary>Appends an entry, which is durable when this returns.</summary>
    /// <param name="make">Makes the entry from the state and the time, in UTC and whole seconds; null for none.</param>
    /// <returns>The entry, null if none was made, and the state with it.</returns>
    /// <exception cref="Exception">
    /// As <see cref="SharedLogFailures"/> makes it: the file cannot be read or written; nothing was appended.
    /// </exception>
    public (TEntry? Entry, TState State) Append(Func<TState, DateTimeOffset, TEntry?> make)
    {
        lock (writing)
        {
            try
            {
                using var held = FileLock.Take(path + ".lock", MaxLockWait);
                return AppendAlone(make);
            }
            catch (Exception e) when (WriteFailure.Is(e))
            {
                throw failures.Unwritable(e, file.Name);
            }
        }
    }

    private (TEntry? Entry, TState State) AppendAlone(Func<TState, DateTimeOffset, TEntry?> make)
    {
        var (before, known) = ReadNow();
        if (make(before, Now()) is not { } entry)
            return (null, before);
        var written = file.Append(known, entry);
        var after = before.After(entry);
        lock (looking)
            Accept(after, written);
        return (entry, after);
    }

    private DateTimeOffset Now()
    {
        var now = clock.GetUtcNow();
        return new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }

    private (TState State, LineFileEnd End) ReadNow()
    {
        lock (looking)
        {
            Look();
            return failure is null ? (current, end) : throw failure();
        }
    }

    private void Look()
    {
        looked = clock.GetTimestamp();
        try
        {
            var stamp = file.Stamp();
            if (isSeen && stamp == seen)
                return;
            (seen, isSeen) = (stamp, true);
            Take(file.Read());
        }
        catch (FormatException e)
        {
            failure = () => failures.Unreadable(e, file.Name);
        }
        catch (Exception e) when (WriteFailure.Is(e))
        {
            // The next look tries again, whatever the stamp.
            isSeen = false;
            failure = () => failures.Unreadable(e, file.Name);
        }
    }

    private void Take(LineFileContent<TEntry> next)
    {
        if (next.End.Stamp is null && current.Count is > 0 and var count)
            failure = () => failures.Gone(file.Name, count);
        else
            Accept(TState.Of(next.Entries), next.End);
    }

    private void Accept(TState state, LineFileEnd next) => (current, end, seen, isSeen, failure) = (state, next, next.Stamp, true, null);
}
