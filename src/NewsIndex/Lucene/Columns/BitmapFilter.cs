using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NewsIndex.Lucene.Columns;

/// <summary>Selects articles by a bitmap of each segment.</summary>
internal abstract class BitmapFilter : Filter
{
    /// <summary>Returns the selected articles of a segment, deleted and hidden ones included.</summary>
    public abstract Bitmap Of(AtomicReader segment);

    public sealed override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs) =>
        Of(context.AtomicReader) is { Count: > 0 } selected ? new Selected(selected, acceptDocs) : null;

    private sealed class Selected(Bitmap bitmap, IBits? accepted) : DocIdSet
    {
        public override DocIdSetIterator GetIterator() => new SelectedIterator(bitmap, accepted);
    }

    /// <summary>Unlike Lucene's iterators over bits, knows its cost, so that it leads where it is the rarest.</summary>
    private sealed class SelectedIterator(Bitmap bitmap, IBits? accepted) : DocIdSetIterator
    {
        private readonly long[] words = bitmap.Bits.GetBits();
        private readonly int wordCount = FixedBitSet.Bits2words(bitmap.Bits.Length);
        private int doc = -1;

        public override int DocID => doc;

        public override int NextDoc() => Advance(doc + 1);

        public override int Advance(int target)
        {
            for (doc = FirstFrom(target); doc != NO_MORE_DOCS && accepted?.Get(doc) == false;)
                doc = FirstFrom(doc + 1);
            return doc;
        }

        public override long GetCost() => bitmap.Count;

        private int FirstFrom(int target)
        {
            var word = target >> 6;
            if (word >= wordCount)
                return NO_MORE_DOCS;
            var left = (ulong)words[word] & (ulong.MaxValue << target);
            while (left == 0)
            {
                if (++word == wordCount)
                    return NO_MORE_DOCS;
                left = (ulong)words[word];
            }

            return (word << 6) + BitOperations.TrailingZeroCount(left);
        }
    }
}
