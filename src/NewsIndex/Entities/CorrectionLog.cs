using NewsIndex.Files;

namespace NewsIndex.Entities;

/// <summary>
/// The log in a file beside the index rather than in it, so that an index that is built anew keeps its corrections. The file only ever
/// grows.
/// </summary>
/// <param name="path">Path of the file, which may not exist yet.</param>
public sealed class CorrectionLog(string path, TimeProvider clock) : ICorrectionLog
{
    private static readonly SharedLogFailures Failures = new(
        "corrections", "the correction was not made",
        (message, cause, isReadOnly) => new CorrectionsUnavailableException(message, cause) { IsReadOnly = isReadOnly });

    private readonly SharedLog<EntityCorrection, EntityCorrections> log = new(path, FileOf(path), Failures, clock);

    /// <summary>The file with the corrections of an index.</summary>
    public static string PathFor(string indexDirectory) => Path.TrimEndingDirectorySeparator(indexDirectory) + "-corrections.jsonl";

    internal static LineFile<EntityCorrection> FileOf(string path) => new(path, "correction", CorrectionJson.Write, CorrectionJson.Read);

    public EntityCorrections Current => log.Current;

    public EntityCorrections Latest => log.Latest;

    /// <remarks>An incomplete last line, corrections without effect, duplicate numbers.</remarks>
    public IReadOnlyList<string> Remarks =>
        log.LastRead is var (state, last) && last == LastLine.Torn ? [Torn, .. state.Remarks] : state.Remarks;

    private string Torn => $"the last line of {Path.GetFileName(path)} is incomplete: it was never acknowledged, does not count, "
        + "and is removed by the next correction";

    public CorrectionOutcome Add(Func<int, DateTimeOffset, EntityCorrection> make)
    {
        CorrectionObjection? objection = null;
        CorrectionOutcome? first = null;
        var (made, after) = log.Append((before, now) =>
        {
            var correction = make(before.LastNumber + 1, now);
            // What a repeated request asks for is done already, to which there may be an objection.
            first = before.FirstOutcomeOf(correction.Request);
            objection = first is null ? before.ObjectionTo(correction) : null;
            return first is null && objection is null ? correction : null;
        });
        return first ?? new CorrectionOutcome(made, objection, after);
    }
}
