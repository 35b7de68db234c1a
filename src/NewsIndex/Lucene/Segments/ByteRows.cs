using Lucene.Net.Util;
using NewsIndex.Inversion;

namespace NewsIndex.Lucene.Segments;

/// <summary>Rows of bytes in pages, none across two.</summary>
internal sealed class ByteRows
{
    private const int PageSize = 1 << 16;

    private readonly List<byte[]> pages = [];
    private readonly Pages<Place> places = new();
    private int page = -1;
    private int used;
    private long pageBytes;

    public int Count => places.Count;

    /// <summary>Memory of the pages in use, in bytes.</summary>
    public long Bytes => pageBytes + places.Bytes;

    public ReadOnlySpan<byte> this[int row] => pages[places[row].Page].AsSpan(places[row].Start, places[row].Length);

    public void Add(ReadOnlySpan<byte> row)
    {
        if (page < 0 || pages[page].Length - used < row.Length)
            NextPage(row.Length);
        row.CopyTo(pages[page].AsSpan(used));
        places.Add(new Place(page, used, row.Length));
        used += row.Length;
    }

    /// <summary>Adds empty rows until there are so many.</summary>
    public void PadTo(int count)
    {
        while (Count < count)
            Add([]);
    }

    /// <summary>Refers to a row without a copy.</summary>
    public void Get(int row, BytesRef target)
    {
        var place = places[row];
        (target.Bytes, target.Offset, target.Length) = (pages[place.Page], place.Start, place.Length);
    }

    public void Clear()
    {
        places.Clear();
        // A page for a very long row is not kept.
        pages.RemoveAll(each => each.Length > PageSize);
        (page, used, pageBytes) = (-1, 0, 0);
    }

    private void NextPage(int length)
    {
        page++;
        used = 0;
        if (length > PageSize)
            pages.Insert(page, new byte[length]);
        else if (page == pages.Count)
            pages.Add(new byte[PageSize]);
        pageBytes += pages[page].Length;
    }

    private readonly record struct Place(int Page, int Start, int Length);
}
