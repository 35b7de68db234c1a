using NewsIndex.Files;

namespace NewsIndex.Entities;

/// <summary>
/// All corrections, in a file beside the index rather than in it, so that an index that is built anew keeps them. The file only ever grows.
/// Several processes may add to it: each numbers its correction under a file lock, after it has read what the others added. What another
/// process adds is seen within a second.
/// </summary>
/// <param name="path">Of the file, which need not be there. The lock file lies beside it: the same name and <c>.lock</c>.</param>
public sealed class CorrectionLog(string path, TimeProvider clock)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CorrectionFile file = new(path);

    /// <summary>One writer of this process at a time; held while a correction goes to disk, when readers must not wait.</summary>
    private readonly Lock writing = new();

    /// <summary>Guards the fields below.</summary>
    private readonly Lock looking = new();
    private CorrectionFileContent content = CorrectionFile.Missing;
    private EntityCorrections current = EntityCorrections.None;
    private string? failure;
    private FileStamp? failedAt;
    private long looked;
    private bool read;

    /// <summary>Where the corrections of an index lie unless options say otherwise.</summary>
    public static string PathFor(string indexDirectory) => Path.TrimEndingDirectorySeparator(indexDirectory) + "-corrections.jsonl";

    /// <summary>What is in force now.</summary>
    /// <exception cref="CorrectionsUnavailableException">
    /// The file cannot be read; so it goes on for everyone who asks until it can.
    /// </exception>
    public EntityCorrections Current
    {
        get
        {
            lock (looking)
            {
                if (!read || clock.GetElapsedTime(looked) > LookEvery)
                    Look();
                return failure is null ? current : throw new CorrectionsUnavailableException(failure);
            }
        }
    }

    /// <summary>
    /// What is odd in the file but does not keep anyone from using it: a torn last line, corrections without effect, numbers given twice.
    /// Empty when nothing is. As of the last look.
    /// </summary>
    public IReadOnlyList<string> Remarks
    {
        get
        {
            lock (looking)
            {
                return content.Last == LastLine.Torn ? [Torn, .. current.Remarks] : current.Remarks;
            }
        }
    }

    private string Torn =>
        $"the last line of {file.Name} is incomplete: it was never acknowledged, does not count, and is removed by the next correction";

    /// <summary>
    /// Adds a correction, which is on disk and in force when this returns, unless there is an objection to it: then nothing changes.
    /// </summary>
    /// <param name="make">From its number and the time, in UTC and whole seconds.</param>
    /// <exception cref="CorrectionsUnavailableException">The file cannot be read or written; nothing was corrected.</exception>
    public CorrectionOutcome Add(Func<int, DateTimeOffset, EntityCorrection> make)
    {
        lock (writing)
        {
            try
            {
                using var held = FileLock.Take(path + ".lock", Patience);
                return AddAlone(make);
            }
            catch (Exception e) when (WriteFailure.Is(e))
            {
                throw NotMade(e);
            }
        }
    }

    private CorrectionsUnavailableException NotMade(Exception e)
    {
        if (!WriteFailure.IsReadOnly(e))
            return new($"the correction was not made: {file.Name} cannot be written ({WriteFailure.Reason(e)}); try again", e);
        var message = $"the correction was not made: {file.Name}, or the folder it lies in, cannot be written; let the service write there";
        return new(message, e) { IsReadOnly = true };
    }

    private CorrectionOutcome AddAlone(Func<int, DateTimeOffset, EntityCorrection> make)
    {
        var (before, known) = ReadNow();
        var now = clock.GetUtcNow();
        var correction = make(before.LastNumber + 1, new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero));
        if (before.ObjectionTo(correction) is { } objection)
            return new CorrectionOutcome(null, objection, before);
        var written = file.Append(known, correction);
        var after = new EntityCorrections(written.Corrections);
        lock (looking)
            (content, current, failure, read) = (written, after, null, true);
        return new CorrectionOutcome(correction, null, after);
    }

    private (EntityCorrections Corrections, CorrectionFileContent Content) ReadNow()
    {
        lock (looking)
        {
            Look();
            return failure is null ? (current, content) : throw new CorrectionsUnavailableException(failure);
        }
    }

    private void Look()
    {
        looked = clock.GetTimestamp();
        try
        {
            var stamp = file.Stamp();
            if (read && stamp == (failure is null ? content.Stamp : failedAt))
                return;
            failedAt = stamp;
            Take(file.Read());
        }
        catch (FormatException e)
        {
            failure = e.Message;
        }
        catch (Exception e) when (WriteFailure.Is(e))
        {
            // The next look tries again, whatever the stamp.
            (failure, failedAt) = ($"{file.Name} cannot be read ({WriteFailure.Reason(e)})", new FileStamp(-1, default));
        }

        read = true;
    }

    private void Take(CorrectionFileContent next)
    {
        if (next.Stamp is null && current.Log.Count > 0)
        {
            failure = $"{file.Name} is gone, with {current.Log.Count} corrections; "
                + "put it back, or make an empty file of that name to do without them";
            return;
        }

        (content, current, failure) = (next, new EntityCorrections(next.Corrections), null);
    }
}

/// <summary>What became of a correction.</summary>
/// <param name="Made">Null when there was an objection.</param>
/// <param name="Objection">Null when it was made.</param>
/// <param name="After">The corrections in force now.</param>
public sealed record CorrectionOutcome(EntityCorrection? Made, CorrectionObjection? Objection, EntityCorrections After);
