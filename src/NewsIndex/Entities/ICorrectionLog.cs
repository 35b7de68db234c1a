using NewsIndex.Repeats;

namespace NewsIndex.Entities;

/// <summary>
/// All corrections of entities, in the order in which they were made; corrections are added and never removed. Several processes may add
/// to it. Thread-safe.
/// </summary>
public interface ICorrectionLog
{
    /// <summary>The corrections in force. What another process adds is seen within a second.</summary>
    /// <exception cref="CorrectionsUnavailableException">They cannot be read; every call fails until they can.</exception>
    EntityCorrections Current { get; }

    /// <summary>The corrections in force at this moment, with all that other processes have added. Looks at the file each time.</summary>
    /// <exception cref="CorrectionsUnavailableException">They cannot be read.</exception>
    EntityCorrections Latest { get; }

    /// <summary>Irregularities that do not prevent its use, as of the last look, one sentence each; usually empty.</summary>
    IReadOnlyList<string> Remarks { get; }

    /// <summary>
    /// Adds a correction, which is durable and in force when this returns, unless there is an objection to it: then nothing changes.
    /// A correction whose request led to one before changes nothing either: the outcome is that of the first time.
    /// </summary>
    /// <param name="make">Creates the correction from its number and the time, in UTC and whole seconds.</param>
    /// <exception cref="RequestIdReusedException">Its request has the id of another one; nothing was corrected.</exception>
    /// <exception cref="CorrectionsUnavailableException">The log cannot be read or written; nothing was corrected.</exception>
    CorrectionOutcome Add(Func<int, DateTimeOffset, EntityCorrection> make);
}
