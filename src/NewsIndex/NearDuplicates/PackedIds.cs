using System.Buffers.Binary;
using System.Text;

namespace NewsIndex.NearDuplicates;

/// <summary>Ids by number, concatenated in UTF-8: 38 bytes for an id of 32 characters instead of 96 for a string in a list.</summary>
internal sealed class PackedIds
{
    private const int PageSize = 1 << 20;

    /// <summary>Pages of bytes, so that growing copies nothing.</summary>
    private readonly List<byte[]> pages = [];
    private readonly List<int> begins = [];
    private int end;

    public int Count => begins.Count;

    /// <summary>Adds an id with the next number.</summary>
    /// <param name="id">At most 65,535 bytes.</param>
    public void Add(string id)
    {
        var length = sizeof(ushort) + Encoding.UTF8.GetByteCount(id);
        if (end + length > pages.Count * PageSize)
        {
            end = pages.Count * PageSize;
            pages.Add(new byte[PageSize]);
        }

        begins.Add(end);
        var slot = pages[^1].AsSpan(end % PageSize, length);
        BinaryPrimitives.WriteUInt16LittleEndian(slot, (ushort)(length - sizeof(ushort)));
        Encoding.UTF8.GetBytes(id, slot[sizeof(ushort)..]);
        end += length;
    }

    public string this[int number]
    {
        get
        {
            var slot = pages[begins[number] / PageSize].AsSpan(begins[number] % PageSize);
            return Encoding.UTF8.GetString(slot.Slice(sizeof(ushort), BinaryPrimitives.ReadUInt16LittleEndian(slot)));
        }
    }
}
