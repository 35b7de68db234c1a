using System.Runtime.ExceptionServices;

namespace Indexer.Records;

/// <summary>Adjacent records that one task parses.</summary>
internal sealed class RecordGroup
{
    private readonly List<Func<IEnumerable<Reading>>> records = [];
    private Task<(List<Reading> Readings, ExceptionDispatchInfo? Failure)>? parsing;

    /// <summary>Size of the records in memory, in bytes.</summary>
    public long Bytes { get; private set; }

    public void Add(Func<IEnumerable<Reading>> record, int bytes)
    {
        records.Add(record);
        Bytes += bytes;
    }

    /// <summary>Begins to parse on the thread pool.</summary>
    public void Start() => parsing = Task.Run(Parse);

    /// <summary>Waits for the readings; a group that has not started is parsed by this thread. A failure is thrown after them.</summary>
    public IEnumerable<Reading> Take()
    {
        var (readings, failure) = parsing?.GetAwaiter().GetResult() ?? Parse();
        foreach (var reading in readings)
            yield return reading;
        failure?.Throw();
    }

    private (List<Reading> Readings, ExceptionDispatchInfo? Failure) Parse()
    {
        var readings = new List<Reading>();
        try
        {
            foreach (var record in records)
                readings.AddRange(record());
            return (readings, null);
        }
        catch (Exception e)
        {
            return (readings, ExceptionDispatchInfo.Capture(e));
        }
    }
}
