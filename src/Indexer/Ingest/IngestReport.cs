using System.Text.Json;
using NewsIndex;

namespace Indexer.Ingest;

/// <summary>What became of every record: <see cref="Read"/> is the sum of the five counts below it.</summary>
internal sealed class IngestReport
{
    private readonly Dictionary<WriteOutcome, long> outcomes = Enum.GetValues<WriteOutcome>().ToDictionary(outcome => outcome, _ => 0L);
    private readonly Dictionary<(string Reader, string Reason), long> reasons = [];

    public long Read => New + Updated + Unchanged + Duplicates + Rejected;

    public long New => outcomes[WriteOutcome.New];

    public long Updated => outcomes[WriteOutcome.Updated];

    public long Unchanged => outcomes[WriteOutcome.Unchanged];

    public long Duplicates => outcomes[WriteOutcome.Duplicate];

    public long Rejected => reasons.Values.Sum();

    public TimeSpan Elapsed { get; set; }

    /// <summary>Bytes of the files that were read, as they lie on disk; standard input counts nothing.</summary>
    public long Bytes { get; set; }

    /// <summary>Rejected records by reader and reason, most first.</summary>
    public IEnumerable<(string Reader, string Reason, long Records)> Reasons =>
        reasons.OrderByDescending(pair => pair.Value).Select(pair => (pair.Key.Reader, pair.Key.Reason, pair.Value));

    public void Count(WriteOutcome outcome) => outcomes[outcome]++;

    public void Count(Archives.Reading.Rejected rejected)
    {
        var key = (rejected.Reader, rejected.Reason);
        reasons[key] = reasons.GetValueOrDefault(key) + 1;
    }

    public string ToJson() => JsonSerializer.Serialize(new
    {
        read = Read,
        @new = New,
        updated = Updated,
        unchanged = Unchanged,
        duplicates = Duplicates,
        rejected = Rejected,
        seconds = Math.Round(Elapsed.TotalSeconds, 3),
        bytes = Bytes,
    });

    public override string ToString() =>
        $"{Read:N0} read: {New:N0} new, {Updated:N0} updated, {Unchanged:N0} unchanged, {Duplicates:N0} duplicates, {Rejected:N0} rejected";
}
