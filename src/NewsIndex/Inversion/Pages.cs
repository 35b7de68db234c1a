using System.Runtime.CompilerServices;

namespace NewsIndex.Inversion;

/// <summary>A list that grows by pages, so that nothing is copied while it does, and that keeps them when it is cleared.</summary>
internal sealed class Pages<T>
    where T : unmanaged
{
    private const int PageBits = 11;
    private const int PageSize = 1 << PageBits;

    private readonly List<T[]> pages = [];
    private T[] last = [];
    private int used = PageSize;
    private int full;

    public int Count => ((full - 1) << PageBits) + used;

    /// <summary>Memory of the pages in use, in bytes.</summary>
    public long Bytes => (long)full * PageSize * Unsafe.SizeOf<T>();

    public ref T this[int index] => ref pages[index >> PageBits][index & (PageSize - 1)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T value)
    {
        if (used == PageSize)
            AddPage();
        last[used++] = value;
    }

    /// <summary>Adds the default until there are so many.</summary>
    public void PadTo(int count)
    {
        while (Count < count)
            Add(default);
    }

    /// <summary>The values in their order, a page at a time.</summary>
    public IEnumerable<ArraySegment<T>> InPages()
    {
        for (var page = 0; page < full; page++)
            yield return new ArraySegment<T>(pages[page], 0, page == full - 1 ? used : PageSize);
    }

    public void Clear() => (full, used, last) = (0, PageSize, []);

    private void AddPage()
    {
        if (full == pages.Count)
            pages.Add(new T[PageSize]);
        (last, used) = (pages[full++], 0);
    }
}
