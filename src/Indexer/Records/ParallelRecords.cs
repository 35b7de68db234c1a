using System.Runtime.ExceptionServices;

namespace Indexer.Records;

/// <summary>Parses the records of one archive on all cores, while one thread cuts them out.</summary>
internal static class ParallelRecords
{
    /// <summary>Size from which records are parsed, in bytes: small records share a task, which costs as much as parsing one.</summary>
    private const int GroupBytes = 64 * 1024;

    private const int MaxBytes = 64 << 20;

    private static readonly int MaxGroups = 4 * Environment.ProcessorCount;

    /// <summary>
    /// Returns the readings in the order of the records. An exception of a record, or of cutting one, is thrown in its place.
    /// </summary>
    public static IEnumerable<Reading> Read(IEnumerable<CutRecord> records) => Read(records, MaxGroups, MaxBytes, GroupBytes);

    /// <param name="maxGroups">Maximum number of groups of records that are cut ahead of the one being returned.</param>
    /// <param name="maxBytes">Maximum size of these records together, in bytes; the last group may exceed it.</param>
    /// <param name="groupBytes">Size from which a group is parsed, in bytes.</param>
    internal static IEnumerable<Reading> Read(IEnumerable<CutRecord> records, int maxGroups, int maxBytes, int groupBytes)
    {
        var ahead = new Queue<RecordGroup>();
        var group = new RecordGroup();
        var bytes = 0L;
        using var cut = new Cutting(records);
        while (cut.Next() is { } record)
        {
            if (record.Bytes is { } size)
            {
                group.Add(record.Read, size);
                if (group.Bytes >= groupBytes)
                {
                    group.Start();
                    ahead.Enqueue(group);
                    bytes += group.Bytes;
                    group = new RecordGroup();
                }
            }
            else
            {
                // The records before this one are not started yet, or not taken.
                ahead.Enqueue(group);
                bytes += group.Bytes;
                group = new RecordGroup();
            }

            while (ahead.Count > 0 && (record.Bytes is null || ahead.Count > maxGroups || bytes > maxBytes))
            {
                var first = ahead.Dequeue();
                bytes -= first.Bytes;
                foreach (var reading in first.Take())
                    yield return reading;
            }

            foreach (var reading in record.Bytes is null ? record.Read() : [])
                yield return reading;
        }

        ahead.Enqueue(group);
        while (ahead.TryDequeue(out var next))
        {
            foreach (var reading in next.Take())
                yield return reading;
        }

        cut.Failure?.Throw();
    }

    /// <summary>Cuts records until one cannot be cut, so that those before it are not lost.</summary>
    private sealed class Cutting(IEnumerable<CutRecord> records) : IDisposable
    {
        private readonly IEnumerator<CutRecord> each = records.GetEnumerator();

        public ExceptionDispatchInfo? Failure { get; private set; }

        /// <summary>Null at the end and after a failure.</summary>
        public CutRecord? Next()
        {
            try
            {
                return Failure is null && each.MoveNext() ? each.Current : null;
            }
            catch (Exception e)
            {
                Failure = ExceptionDispatchInfo.Capture(e);
                return null;
            }
        }

        public void Dispose() => each.Dispose();
    }
}
