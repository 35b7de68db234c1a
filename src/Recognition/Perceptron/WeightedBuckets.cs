using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Recognition.Features;

namespace Recognition.Perceptron;

/// <summary>
/// The buckets that have a weight, a bit each: 128 KB, which stay in the caches of a processor, where the 32 MB of rows do not. Most
/// pairs of words were never met in training, so that nothing has to be read for them.
/// </summary>
internal sealed class WeightedBuckets
{
    private readonly ulong[] bits = new ulong[FeatureHash.Buckets / 64];
    private readonly PerceptronModel model;

    public WeightedBuckets(PerceptronModel model)
    {
        this.model = model;
        for (var bucket = 0; bucket < FeatureHash.Buckets; bucket++)
        {
            if (Vector256.LoadUnsafe(ref RowOf(bucket)) != Vector256<sbyte>.Zero)
                bits[bucket >> 6] |= 1UL << bucket;
        }
    }

    /// <summary>Removes the buckets without weights, and has the rows of the others fetched from memory.</summary>
    /// <param name="features">The buckets of all tokens, one token after another.</param>
    /// <param name="ends">By token, the index after its last bucket.</param>
    public void Keep(List<int> features, List<int> ends)
    {
        var buckets = CollectionsMarshal.AsSpan(features);
        var (start, kept) = (0, 0);
        foreach (ref var end in CollectionsMarshal.AsSpan(ends))
        {
            foreach (var bucket in buckets[start..end])
            {
                buckets[kept] = bucket;
                if (!Has(bucket))
                    continue;
                Fetch(bucket);
                kept++;
            }

            (start, end) = (end, kept);
        }

        CollectionsMarshal.SetCount(features, kept);
    }

    private bool Has(int bucket) => (bits[bucket >> 6] & (1UL << bucket)) != 0;

    private unsafe void Fetch(int bucket)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref RowOf(bucket)));
    }

    private ref sbyte RowOf(int bucket) => ref Unsafe.Add(ref model.Rows[model.Offset], (nint)bucket * PerceptronModel.RowBytes);
}
