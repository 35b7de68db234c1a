using Lucene.Net.Util;

namespace NewsIndex.Lucene.Segments;

/// <summary>Documents with a value; a bit each.</summary>
internal sealed class DocumentSet : IBits
{
    private ulong[] words = new ulong[16];

    /// <summary>Behind the last document.</summary>
    public int Length { get; private set; }

    public void Add(int doc)
    {
        if (doc / 64 >= words.Length)
            Array.Resize(ref words, Math.Max(2 * words.Length, (doc / 64) + 1));
        words[doc / 64] |= 1UL << (doc % 64);
        Length = Math.Max(Length, doc + 1);
    }

    public bool Get(int index) => index / 64 < words.Length && ((words[index / 64] >> (index % 64)) & 1) != 0;

    public void Clear()
    {
        Array.Clear(words);
        Length = 0;
    }
}
