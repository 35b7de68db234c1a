using Lucene.Net.Util;
using NewsIndex.Evaluation;

namespace NewsIndex.Lucene.Evaluation;

/// <summary>What is kept of all hits of a query beside the first of them. Each hit is added once.</summary>
internal abstract class FoundHits
{
    /// <summary>Begins with a segment.</summary>
    /// <param name="segment">Its number.</param>
    public virtual void Enter(int segment)
    {
    }

    public abstract void Add(ReadOnlySpan<long> set);

    public abstract void Add(ReadOnlySpan<int> docs);

    /// <summary>Adds hits of which only the number is known.</summary>
    /// <returns>False, and adds none, where that is not enough.</returns>
    public virtual bool TryAdd(long count) => false;

    /// <summary>Counts hits.</summary>
    internal sealed class Number : FoundHits
    {
        public long Count { get; private set; }

        public override void Add(ReadOnlySpan<long> set) => Count += BitWords.Count(set);

        public override void Add(ReadOnlySpan<int> docs) => Count += docs.Length;

        public override bool TryAdd(long count)
        {
            Count += count;
            return true;
        }
    }

    /// <summary>Adds hits to a set of each segment.</summary>
    /// <param name="sets">Returns the set of a segment by its number.</param>
    internal sealed class Sets(Func<int, FixedBitSet> sets) : FoundHits
    {
        private long[] words = [];

        public override void Enter(int segment) => words = sets(segment).GetBits();

        public override void Add(ReadOnlySpan<long> set) => BitWords.Or(words.AsSpan(0, set.Length), set);

        public override void Add(ReadOnlySpan<int> docs) => BitWords.Set(words, docs);
    }
}
