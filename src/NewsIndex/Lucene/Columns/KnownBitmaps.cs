using Lucene.Net.Index;

namespace NewsIndex.Lucene.Columns;

/// <summary>
/// The bitmaps that filters have selected in a segment: of the last 16 filters, at most 2 bytes per article. Shared by all open snapshots
/// with the segment and released with the last of them. Thread-safe.
/// </summary>
internal sealed class KnownBitmaps
{
    private const int Capacity = 16;

    private static readonly PerSegment<KnownBitmaps> Made = new(_ => new KnownBitmaps());

    private readonly Lock gate = new();

    /// <summary>The last used is first.</summary>
    private readonly (object Key, Bitmap Bitmap)[] known = new (object, Bitmap)[Capacity];
    private int count;

    /// <summary>Returns the bitmap of a filter. Concurrent first calls may make it twice.</summary>
    /// <param name="filter">Compared by value. Must not depend on deleted documents nor on a scope.</param>
    public static Bitmap Of<TFilter>(AtomicReader segment, TFilter filter, Func<AtomicReader, TFilter, Bitmap> make)
        where TFilter : notnull
    {
        var bitmaps = Made.Of(segment);
        if (bitmaps.Find(filter) is { } bitmap)
            return bitmap;
        bitmap = make(segment, filter);
        bitmaps.Keep(filter, bitmap);
        return bitmap;
    }

    private Bitmap? Find(object filter)
    {
        lock (gate)
        {
            for (var i = 0; i < count; i++)
            {
                if (known[i].Key.Equals(filter))
                    return MoveToFront(i, known[i]);
            }
        }

        return null;
    }

    private void Keep(object filter, Bitmap bitmap)
    {
        lock (gate)
            MoveToFront(count == Capacity ? count - 1 : count++, (filter, bitmap));
    }

    private Bitmap MoveToFront(int from, (object Key, Bitmap Bitmap) each)
    {
        Array.Copy(known, 0, known, 1, from);
        known[0] = each;
        return each.Bitmap;
    }
}
