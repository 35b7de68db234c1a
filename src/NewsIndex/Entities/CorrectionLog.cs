using NewsIndex.Files;

namespace NewsIndex.Entities;

/// <summary>
/// The log in a file beside the index rather than in it, so that an index that is built anew keeps its corrections. The file only ever
/// grows. Each process numbers its correction under a file lock, after it has read what the others added.
/// </summary>
/// <param name="path">Path of the file, which may not exist yet. The lock file is beside it, with the suffix <c>.lock</c>.</param>
public sealed class CorrectionLog(string path, TimeProvider clock) : ICorrectionLog
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly LineFile<EntityCorrection> file = FileOf(path);

    /// <summary>Held while a correction is written to disk; readers must not wait for it.</summary>
    private readonly Lock writing = new();

    /// <summary>Guards the fields below.</summary>
    private readonly Lock looking = new();
    private LineFileContent<EntityCorrection> content = LineFile<EntityCorrection>.Missing;
    private EntityCorrections current = EntityCorrections.None;
    private string? failure;
    private FileStamp? failedAt;
    private long looked;
    private bool read;

    /// <summary>The file with the corrections of an index.</summary>
    public static string PathFor(string indexDirectory) => Path.TrimEndingDirectorySeparator(indexDirectory) + "-corrections.jsonl";

    internal static LineFile<EntityCorrection> FileOf(string path) => new(path, "correction", CorrectionJson.Write, CorrectionJson.Read);

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

    /// <remarks>An incomplete last line, corrections without effect, duplicate numbers.</remarks>
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
        var after = new EntityCorrections(written.Entries);
        lock (looking)
            (content, current, failure, read) = (written, after, null, true);
        return new CorrectionOutcome(correction, null, after);
    }

    private (EntityCorrections Corrections, LineFileContent<EntityCorrection> Content) ReadNow()
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
            // The next poll tries again, whatever the stamp.
            (failure, failedAt) = ($"{file.Name} cannot be read ({WriteFailure.Reason(e)})", new FileStamp(-1, default));
        }

        read = true;
    }

    private void Take(LineFileContent<EntityCorrection> next)
    {
        if (next.Stamp is null && current.Log.Count > 0)
        {
            failure = $"{file.Name} is gone, with {current.Log.Count} corrections; "
                + "put it back, or make an empty file of that name to do without them";
            return;
        }

        (content, current, failure) = (next, new EntityCorrections(next.Entries), null);
    }
}
