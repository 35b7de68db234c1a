using System.Numerics;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Columns;

/// <summary>Enumerates the documents of a set in order, by words of 64, without an object or a virtual call.</summary>
internal readonly ref struct SetBits(FixedBitSet set)
{
    public Enumerator GetEnumerator() => new(set.GetBits().AsSpan(0, FixedBitSet.Bits2words(set.Length)));

    public ref struct Enumerator(ReadOnlySpan<long> words)
    {
        private readonly ReadOnlySpan<long> words = words;
        private int word = -1;
        private ulong left;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (left == 0)
            {
                if (++word >= words.Length)
                    return false;
                left = (ulong)words[word];
            }

            Current = (word << 6) + BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            return true;
        }
    }
}
