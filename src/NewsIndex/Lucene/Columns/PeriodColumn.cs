using System.Collections.Frozen;
using Lucene.Net.Index;
using NewsIndex.Queries;
using NewsIndex.Results;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// The years, months, weeks or days of the articles of a segment, numbered without gaps. Takes 4 bytes per article for each interval that
/// is asked for.
/// </summary>
internal sealed class PeriodColumn
{
    /// <summary>Number of the articles without a date.</summary>
    public const int Undated = 0;

    /// <summary>Number of the articles whose date is less precise than the interval.</summary>
    public const int Imprecise = 1;

    private static readonly FrozenDictionary<TimelineInterval, PerSegment<PeriodColumn>> Made =
        Enum.GetValues<TimelineInterval>().Where(interval => interval != TimelineInterval.Hour).ToFrozenDictionary(
            interval => interval, interval => new PerSegment<PeriodColumn>(segment => new PeriodColumn(segment, interval)));

    private readonly List<long> periods = [0, 0];

    private PeriodColumn(AtomicReader segment, TimelineInterval interval)
    {
        var (first, last) = DateColumns.Of(segment).Days(segment);
        var named = new TimelinePeriods(interval, null);
        var known = new Dictionary<(int First, int Last), int> { [(DateColumns.UndatedDay, DateColumns.UndatedDay)] = Undated };
        var numbers = new Dictionary<long, int>();
        Numbers = new int[first.Length];
        for (var doc = 0; doc < Numbers.Length; doc++)
        {
            if (!known.TryGetValue((first[doc], last[doc]), out var number))
                known[(first[doc], last[doc])] = number = NumberOf(named.OfDays(first[doc], last[doc]), numbers);
            Numbers[doc] = number;
        }
    }

    /// <summary>Number of the period by document. Must not be changed.</summary>
    public int[] Numbers { get; }

    /// <summary>All numbers are less.</summary>
    public int Count => periods.Count;

    /// <param name="interval">Any but <see cref="TimelineInterval.Hour"/>.</param>
    public static PeriodColumn Of(AtomicReader segment, TimelineInterval interval) => Made[interval].Of(segment);

    /// <summary>Returns the period of a number, as <see cref="TimelinePeriods"/> numbers it.</summary>
    /// <param name="number">Greater than <see cref="Imprecise"/>.</param>
    public long Period(int number) => periods[number];

    private int NumberOf(long? period, Dictionary<long, int> numbers)
    {
        if (period is not { } known)
            return Imprecise;
        if (numbers.TryAdd(known, periods.Count))
            periods.Add(known);
        return numbers[known];
    }
}
