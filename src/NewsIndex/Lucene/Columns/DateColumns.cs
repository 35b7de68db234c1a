using Lucene.Net.Index;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// When the articles of a segment were published and indexed, in memory. Takes 4 bytes per article for days, and 4 more if an article is
/// dated by month or year; 16 for seconds and 8 for the time of indexing once a query asks for them. Concurrent first calls may load a
/// column twice.
/// </summary>
internal sealed class DateColumns
{
    /// <summary>Value of an article without a date: before any range, open or not.</summary>
    public const int UndatedDay = int.MinValue;

    private static readonly PerSegment<DateColumns> Made = new(_ => new DateColumns());

    private (int[] First, int[] Last)? days;
    private (long[] First, long[] Last)? seconds;
    private long[]? indexedAt;
    private Bitmap? current;

    /// <summary>Kept while the segment is open, across commits.</summary>
    public static DateColumns Of(AtomicReader segment) => Made.Of(segment);

    /// <summary>
    /// First and last day by document, as <see cref="DateOnly.DayNumber"/>; <see cref="UndatedDay"/> for both without a date. One array
    /// when each date is a day.
    /// </summary>
    public (int[] First, int[] Last) Days(AtomicReader segment) => days ??= ReadDays(segment);

    /// <summary>First and last second by document, counted from 1970; <see cref="long.MinValue"/> for both without a date.</summary>
    public (long[] First, long[] Last) Seconds(AtomicReader segment) => seconds ??=
        (ReadDated(segment, IndexFields.FirstSecond), ReadDated(segment, IndexFields.LastSecond));

    /// <summary>Second of indexing by document; <see cref="long.MinValue"/> for old revisions.</summary>
    public long[] IndexedAt(AtomicReader segment) => indexedAt ??= ReadDated(segment, IndexFields.IndexedAt);

    /// <summary>Articles that are not old revisions.</summary>
    public Bitmap Current(AtomicReader segment) => current ??= ReadCurrent(segment);

    private static (int[] First, int[] Last) ReadDays(AtomicReader segment)
    {
        var (first, last) = (ReadDays(segment, IndexFields.FirstDay), ReadDays(segment, IndexFields.LastDay));
        return (first, first.AsSpan().SequenceEqual(last) ? first : last);
    }

    private static int[] ReadDays(AtomicReader segment, string field) =>
        Array.ConvertAll(ReadDated(segment, field), day => day == long.MinValue ? UndatedDay : (int)day);

    private static long[] ReadDated(AtomicReader segment, string field)
    {
        var numbers = new long[segment.MaxDoc];
        Array.Fill(numbers, long.MinValue);
        if (segment.GetNumericDocValues(field) is not { } values || segment.GetDocsWithField(field) is not { } dated)
            return numbers;
        for (var doc = 0; doc < numbers.Length; doc++)
        {
            if (dated.Get(doc))
                numbers[doc] = values.Get(doc);
        }

        return numbers;
    }

    private static Bitmap ReadCurrent(AtomicReader segment)
    {
        var ids = SegmentColumns.Of(segment).IdOrdinals(segment);
        return Bitmap.Within(ids, 0, ids, int.MaxValue);
    }
}
