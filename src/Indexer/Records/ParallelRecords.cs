namespace Indexer.Records;

/// <summary>Parses the records of one archive on all cores, while one thread cuts them out.</summary>
internal static class ParallelRecords
{
    private const int MaxBytes = 64 << 20;

    private static readonly int MaxRecords = 4 * Environment.ProcessorCount;

    /// <summary>Returns the readings in the order of the records. An exception of a record is thrown in its place.</summary>
    public static IEnumerable<Reading> Read(IEnumerable<CutRecord> records) => Read(records, MaxRecords, MaxBytes);

    /// <param name="maxRecords">Maximum number of records that are cut ahead of the one being returned.</param>
    /// <param name="maxBytes">Maximum size of these records together, in bytes; the last one may exceed it.</param>
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

    /// <summary>Waits for the first record. A task that has not started runs on this thread.</summary>
    private static List<Reading> Take(Queue<(int Bytes, Task<List<Reading>> Readings)> ahead, ref long bytes)
    {
        var (size, readings) = ahead.Dequeue();
        bytes -= size;
        return readings.GetAwaiter().GetResult();
    }
}
