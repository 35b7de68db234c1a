using NewsIndex.BitPacking;

namespace NewsSearch.Tests.BitPacking;

public sealed class PackedNumbersTests
{
    public static TheoryData<int> Widths => [.. Enumerable.Range(0, 33)];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Numbers_in_lanes_are_unpacked_alike_with_and_without_vectors(int width)
    {
        foreach (var values in Samples(width, LaneBits.Count))
        {
            var packed = new byte[LaneBits.BytesOf(width)];
            LaneBits.Pack(values, width, packed);
            var (fast, plain) = (new int[LaneBits.Count], new int[LaneBits.Count]);
            LaneBits.UnpackPlusOne(packed, width, fast);
            LaneBits.UnpackPlusOneScalar(packed, width, plain);
            Assert.Equal(values.Select(value => unchecked(value + 1)), fast);
            Assert.Equal(fast, plain);

            LaneBits.UnpackAscending(packed, width, 7, fast);
            LaneBits.UnpackAscendingScalar(packed, width, 7, plain);
            Assert.Equal(Sums(values, 7), fast);
            Assert.Equal(fast, plain);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Numbers_in_a_row_are_read_alone_and_together(int width)
    {
        foreach (var count in (int[])[1, 2, 7, 63, 127])
        {
            foreach (var values in Samples(width, count))
            {
                const int FirstBit = 13;
                var packed = new byte[RowBits.BytesOf(count, width) + 2 + RowBits.Padding];
                RowBits.Pack(values, width, packed, FirstBit);
                Assert.Equal(values, Enumerable.Range(0, count).Select(i => (int)RowBits.Get(packed, FirstBit + (i * width), width)));
                var unpacked = new int[count];
                RowBits.UnpackPlusOne(packed, FirstBit, width, unpacked);
                Assert.Equal(values.Select(value => unchecked(value + 1)), unpacked);

                Array.Clear(packed);
                RowBits.Pack(values, width, packed);
                RowBits.UnpackAscending(packed, width, 7, unpacked);
                Assert.Equal(Sums(values, 7), unpacked);
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(255, 8)]
    [InlineData(256, 9)]
    [InlineData(uint.MaxValue, 32)]
    public void A_width_is_the_least_that_holds_the_largest_number(uint max, int width) => Assert.Equal(width, RowBits.WidthOf(max));

    /// <summary>The least and the greatest numbers of a width, and random ones.</summary>
    private static IEnumerable<int[]> Samples(int width, int count)
    {
        var max = (uint)((1UL << width) - 1);
        var random = new Random(width);
        yield return new int[count];
        yield return [.. Enumerable.Repeat((int)max, count)];
        for (var i = 0; i < 20; i++)
            yield return [.. Enumerable.Range(0, count).Select(_ => (int)((uint)random.NextInt64(1L << 32) & max))];
    }

    private static int[] Sums(int[] gaps, int before) => [.. gaps.Select(gap => before = unchecked(before + 1 + gap))];
}
