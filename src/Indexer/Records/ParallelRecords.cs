namespace Indexer.Records;

/// <summary>Reads the records of one archive on all cores, while one thread cuts them out of it.</summary>
internal static class ParallelRecords
{
    private const int MaxBytes = 64 << 20;

    private static readonly int MaxRecords = 4 * Environment.ProcessorCount;

    /// <summary>The readings in the order of the records; an exception of a record comes in its place.</summary>
    public static IEnumerable<Reading> Read(IEnumerable<CutRecord> records) => Read(records, MaxRecords, MaxBytes);

    /// <param name="maxRecords">Records that are cut ahead of the one whose readings are taken.</param>
    /// <param name="maxBytes">Bytes that they hold together, but for the last.</param>
    internal static IEnumerable<Reading> Read(IEnumerable<CutRecord> records, int maxRecords, int maxBytes)
    {
        var ahead = new Queue<(int Bytes, Task<List<Reading>> Readings)>();
        var bytes = 0L;
        foreach (var record in records)
        {
            if (record.Bytes is { } size)
            {
                ahead.Enqueue((size, Task.Run(() => record.Read().ToList())));
                bytes += size;
            }

            while (ahead.Count > 0 && (record.Bytes is null || ahead.Count > maxRecords || bytes > maxBytes))
            {
                foreach (var reading in Take(ahead, ref bytes))
                    yield return reading;
            }

            foreach (var reading in record.Bytes is null ? record.Read() : [])
                yield return reading;
        }

        while (ahead.Count > 0)
        {
            foreach (var reading in Take(ahead, ref bytes))
                yield return reading;
        }
    }

    /// <summary>Waits for the first record. A task that no thread has begun runs on this one.</summary>
    private static List<Reading> Take(Queue<(int Bytes, Task<List<Reading>> Readings)> ahead, ref long bytes)
    {
        var (size, readings) = ahead.Dequeue();
        bytes -= size;
        return readings.GetAwaiter().GetResult();
    }
}
