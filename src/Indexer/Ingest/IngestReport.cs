using System.Text.Json;
using System.Text.RegularExpressions;
using NewsIndex.Engines;

namespace Indexer.Ingest;

/// <summary>Outcome of every record: <see cref="Read"/> is the sum of the six counts below it.</summary>
internal sealed partial class IngestReport
{
    private readonly Dictionary<WriteOutcome, long> outcomes = Enum.GetValues<WriteOutcome>().ToDictionary(outcome => outcome, _ => 0L);
    private readonly Dictionary<(string Reader, string Reason), long> reasons = [];
    private readonly Dictionary<(string Reader, string Reason), long> passedOver = [];
    private readonly Dictionary<(string Reader, string Reason), long> notices = [];
    private readonly Dictionary<string, long> boilerplate = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ReaderCounts> readers = new(StringComparer.Ordinal);

    public long Read => New + Updated + Unchanged + Duplicates + Deleted + Rejected;

    public long New => outcomes[WriteOutcome.New];

    public long Updated => outcomes[WriteOutcome.Updated];

    public long Unchanged => outcomes[WriteOutcome.Unchanged];

    public long Duplicates => outcomes[WriteOutcome.Duplicate];

    /// <summary>Articles that were deleted from the index before, and stay so.</summary>
    public long Deleted => outcomes[WriteOutcome.Deleted];

    public long Rejected => reasons.Values.Sum();

    /// <summary>Records that are not articles, such as pictures in a crawl; not included in the counts above.</summary>
    public long PassedOver => passedOver.Values.Sum();

    public TimeSpan Elapsed { get; set; }

    /// <summary>Size on disk of the files that were read, in bytes; standard input counts as 0.</summary>
    public long Bytes { get; set; }

    /// <summary>Rejected records by reader and reason, most first.</summary>
    public IEnumerable<(string Reader, string Reason, long Records)> Reasons =>
        Ordered(reasons);

    /// <summary>Skipped records by reader and kind, most first.</summary>
    public IEnumerable<(string Reader, string Reason, long Records)> PassedOverReasons => Ordered(passedOver);

    /// <summary>Values of articles that could not be used, most first.</summary>
    public IEnumerable<(string Reader, string Reason, long Records)> Notices => Ordered(notices);

    /// <summary>Counts by reader.</summary>
    public IReadOnlyDictionary<string, ReaderCounts> Readers => readers;

    public void Count(Records.Reading.Read read, WriteOutcome outcome)
    {
        outcomes[outcome]++;
        Of(read.Reader).Count(outcome);
        if (read.Notice is { } notice)
            Add(notices, read.Reader, notice);
    }

    public void Count(Records.Reading.Rejected rejected)
    {
        Add(reasons, rejected.Reader, Generalised(rejected.Reason));
        Of(rejected.Reader).Rejected++;
    }

    /// <summary>Counts a file that was skipped because it has not changed: its articles as unchanged, its rejects as rejected.</summary>
    public void CountSkipped(FileTally before)
    {
        FilesSkipped++;
        var counts = Of(before.Reader);
        Count(WriteOutcome.Unchanged, before.Articles);
        Count(WriteOutcome.Duplicate, before.Duplicates);
        Count(WriteOutcome.Deleted, before.Deleted);
        if (before.Rejected > 0)
            reasons[(before.Reader, AsBefore)] = reasons.GetValueOrDefault((before.Reader, AsBefore)) + before.Rejected;
        if (before.PassedOver > 0)
            passedOver[(before.Reader, AsBefore)] = passedOver.GetValueOrDefault((before.Reader, AsBefore)) + before.PassedOver;
        counts.Rejected += before.Rejected;
        counts.PassedOver += before.PassedOver;

        void Count(WriteOutcome outcome, long articles)
        {
            outcomes[outcome] += articles;
            counts.Count(outcome, articles);
        }
    }

    private const string AsBefore = "as before, in a file that has not changed";

    /// <summary>Number of unchanged files that were skipped.</summary>
    public long FilesSkipped { get; private set; }

    public void Count(Records.Reading.PassedOver record)
    {
        Add(passedOver, record.Reader, record.Reason);
        Of(record.Reader).PassedOver++;
    }

    /// <summary>Paragraphs left out as boilerplate, by source, most first; the empty name for articles without one.</summary>
    public IEnumerable<(string Source, long Paragraphs)> Boilerplate => boilerplate
        .OrderByDescending(pair => pair.Value)
        .ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => (pair.Key, pair.Value));

    public void CountBoilerplate(string? source, int paragraphs)
    {
        if (paragraphs > 0)
            boilerplate[source ?? ""] = boilerplate.GetValueOrDefault(source ?? "") + paragraphs;
    }

    private ReaderCounts Of(string reader)
    {
        if (!readers.TryGetValue(reader, out var counts))
            readers[reader] = counts = new ReaderCounts();
        return counts;
    }

    private static void Add(Dictionary<(string Reader, string Reason), long> counts, string reader, string reason) =>
        counts[(reader, reason)] = counts.GetValueOrDefault((reader, reason)) + 1;

    private static IEnumerable<(string Reader, string Reason, long Records)> Ordered(
        Dictionary<(string Reader, string Reason), long> counts) => counts
        .OrderByDescending(pair => pair.Value)
        .ThenBy(pair => pair.Key.Reason, StringComparer.Ordinal)
        .Select(pair => (pair.Key.Reader, pair.Key.Reason, pair.Value));

    /// <summary>Reasons that differ only in a number are counted as one: <c>at byte 35</c> and <c>at byte 70</c>.</summary>
    private static string Generalised(string reason) => Number().Replace(reason, "…");

    [GeneratedRegex(@"\b[0-9][0-9,]*\b")]
    private static partial Regex Number();

    public string ToJson() => JsonSerializer.Serialize(new
    {
        read = Read,
        @new = New,
        updated = Updated,
        unchanged = Unchanged,
        duplicates = Duplicates,
        deleted = Deleted,
        rejected = Rejected,
        passed_over = PassedOver,
        boilerplate = boilerplate.Values.Sum(),
        files_skipped = FilesSkipped,
        seconds = Math.Round(Elapsed.TotalSeconds, 3),
        bytes = Bytes,
    });

    public override string ToString() =>
        $"{Read:N0} read: {New:N0} new, {Updated:N0} updated, {Unchanged:N0} unchanged, {Duplicates:N0} duplicates, {Rejected:N0} rejected"
        + (Deleted > 0 ? $", {Deleted:N0} deleted before" : "");
}
