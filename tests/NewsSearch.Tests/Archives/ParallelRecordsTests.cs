using System.Collections.Concurrent;
using Indexer.Records;

namespace NewsSearch.Tests.Archives;

public sealed class ParallelRecordsTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 1000, 1)]
    [InlineData(7, 10, 1)]
    [InlineData(7, 1000, 50)]
    [InlineData(64, 1_000_000, 1)]
    [InlineData(64, 1_000_000, 100)]
    [InlineData(64, 1_000_000, 1_000_000)]
    public void Readings_come_in_the_order_of_their_records(int maxGroups, int maxBytes, int groupBytes)
    {
        var random = new Random(7);
        var records = Enumerable.Range(0, 300)
            .Select(i => new CutRecord(i % 11 == 0 ? null : random.Next(40), () => ReadingsOf(i)))
            .ToList();
        var expected = Enumerable.Range(0, 300).SelectMany(ReadingsOf);
        Assert.Equal(expected, ParallelRecords.Read(records, maxGroups, maxBytes, groupBytes));
    }

    [Fact]
    public void A_record_in_the_stream_is_read_before_the_next_is_cut()
    {
        var log = new ConcurrentQueue<string>();
        _ = ParallelRecords.Read(Cut(), 8, 1000, 1).ToList();
        Assert.Equal(["cut 0", "read 0", "cut 1", "read 1", "cut 2", "read 2"], log);

        IEnumerable<CutRecord> Cut()
        {
            for (var i = 0; i < 3; i++)
            {
                var record = i;
                log.Enqueue($"cut {record}");
                yield return new CutRecord(null, () => Log(record));
            }
        }

        IEnumerable<Reading> Log(int record)
        {
            log.Enqueue($"read {record}");
            return ReadingsOf(record);
        }
    }

    [Theory]
    [InlineData(4, 1_000_000, 1, 4)]
    [InlineData(4, 1_000_000, 30, 14)]
    [InlineData(100, 50, 1, 5)]
    [InlineData(100, 50, 30, 5)]
    public void No_more_is_cut_ahead_than_may_be(int maxGroups, int maxBytes, int groupBytes, int ahead)
    {
        var cut = 0;
        using var readings = ParallelRecords.Read(Cut(), maxGroups, maxBytes, groupBytes).GetEnumerator();
        Assert.True(readings.MoveNext());
        Assert.Equal(ahead + 1, cut);

        IEnumerable<CutRecord> Cut()
        {
            for (var i = 0; i < 100; i++)
            {
                cut++;
                yield return new CutRecord(10, () => ReadingsOf(1));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void A_failure_comes_after_the_readings_of_the_records_before_it(int groupBytes)
    {
        CutRecord[] records =
        [
            new(1, () => ReadingsOf(1)),
            new(1, () => throw new InvalidDataException("damaged")),
            new(1, () => ReadingsOf(3)),
        ];
        var taken = new List<Reading>();
        var failure = Assert.Throws<InvalidDataException>(
            () => taken.AddRange(ParallelRecords.Read(records, 8, 1000, groupBytes).Select(Note)));
        Assert.Equal("damaged", failure.Message);
        Assert.Equal(ReadingsOf(1).Count, noted);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    [InlineData(1000)]
    public void A_stream_that_ends_in_a_failure_loses_no_record_before_it(int groupBytes)
    {
        Assert.Throws<InvalidDataException>(() => ParallelRecords.Read(Cut(), 8, 1000, groupBytes).Select(Note).Count());
        Assert.Equal(5 * ReadingsOf(3).Count, noted);

        static IEnumerable<CutRecord> Cut()
        {
            for (var i = 0; i < 5; i++)
                yield return new CutRecord(10, () => ReadingsOf(3));
            throw new InvalidDataException("damaged");
        }
    }

    private int noted;

    private Reading Note(Reading reading)
    {
        noted++;
        return reading;
    }

    private static List<Reading> ReadingsOf(int record) =>
        [.. Enumerable.Range(0, record % 4).Select(i => new Reading.PassedOver("file", record, "reader", $"part {i}"))];
}
