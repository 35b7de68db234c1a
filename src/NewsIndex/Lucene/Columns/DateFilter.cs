using Lucene.Net.Index;
using NewsIndex.Lucene.Schema;

namespace NewsIndex.Lucene.Columns;

/// <summary>Selects articles whose dates lie in a range. Bitmaps of recent ranges are kept: see <see cref="KnownBitmaps"/>.</summary>
/// <param name="field">
/// <see cref="IndexFields.FirstDay"/> or <see cref="IndexFields.FirstSecond"/>: selects periods that lie in the range as a whole; or
/// <see cref="IndexFields.IndexedAt"/> or <see cref="IndexFields.ArrivedAs"/>.
/// </param>
/// <param name="from">First day, second or arrival, included.</param>
/// <param name="to">Last such value, included.</param>
internal sealed class DateFilter(string field, long from, long to) : BitmapFilter
{
    private readonly (string Field, long From, long To) range = (field, from, to);

    public override Bitmap Of(AtomicReader segment) => KnownBitmaps.Of(segment, range, Select);

    public override string ToString() => $"{range.Field}:[{range.From} TO {range.To}]";

    public override bool Equals(object? obj) => obj is DateFilter other && other.range == range;

    public override int GetHashCode() => range.GetHashCode();

    private static Bitmap Select(AtomicReader segment, (string Field, long From, long To) range)
    {
        var columns = DateColumns.Of(segment);
        switch (range.Field)
        {
            case IndexFields.FirstDay:
                var days = columns.Days(segment);
                return Bitmap.Within(days.First, (int)range.From, days.Last, (int)range.To);
            case IndexFields.FirstSecond:
                var seconds = columns.Seconds(segment);
                return Bitmap.Within(seconds.First, range.From, seconds.Last, range.To);
            case IndexFields.IndexedAt:
                var indexed = columns.IndexedAt(segment);
                return Bitmap.Within(indexed, range.From, indexed, range.To);
            case IndexFields.ArrivedAs:
                var arrivals = SegmentColumns.Of(segment).Arrivals(segment);
                return Bitmap.Within(arrivals, range.From, arrivals, range.To).And(columns.Current(segment));
            default:
                throw new InvalidOperationException($"{range.Field} has no column of dates.");
        }
    }
}
