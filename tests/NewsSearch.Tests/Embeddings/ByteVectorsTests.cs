using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using CsCheck;
using NewsIndex.Embeddings;

namespace NewsSearch.Tests.Embeddings;

public sealed class ByteVectorsTests
{
    private static readonly Gen<sbyte[]> Row = Gen.SByte.Array[WordVectors.Dimensions];

    [Fact]
    public void Products_are_the_sums_of_whole_numbers() =>
        Gen.Select(Row, Row, Row).Sample((a, b, c) =>
        {
            var (sum, other) = (SumOf(a, b), SumOf(a, c));
            short[] wide = Array.ConvertAll(b, value => (short)value);
            Assert.Equal((sum, sum), (ByteVectors.Dot(a, b), ByteVectors.DotOfAny(a, b)));
            Assert.Equal((sum, sum), (ByteVectors.Dot(a, wide), ByteVectors.DotOfAny(a, wide)));
            short[] otherWide = Array.ConvertAll(c, value => (short)value);
            Assert.Equal((sum, other), ByteVectors.Dots(a, wide, otherWide));
            if (Avx2.IsSupported)
                Assert.Equal((sum, other), ByteVectors.DotsOfPairs(a, wide, otherWide));

            static int SumOf(sbyte[] one, sbyte[] other) => one.Zip(other, (x, y) => x * y).Sum();
        });

    [Fact]
    public void Cosines_of_quantised_vectors_are_those_of_the_vectors_within_a_hundredth() =>
        Gen.Select(Gen.Float[-1, 1].Array[384], Gen.Float[-1, 1].Array[384], Gen.Float[0, 1]).Sample((a, noise, share) =>
        {
            float[] b = [.. a.Zip(noise, (one, other) => ((1 - share) * one) + (share * other))];
            double Sum(float[] x, float[] y) => x.Zip(y, (one, other) => (double)one * other).Sum();
            if (ByteVectors.Quantise(a) is not { } row || EmbeddingDirection.Of(b) is not { } direction)
                return;
            var cosine = PassageEmbeddings.BestCosine(MemoryMarshal.Cast<byte, sbyte>(row), direction);
            Assert.Equal(Sum(a, b) / Math.Sqrt(Sum(a, a) * Sum(b, b)), cosine!.Value, 0.01);
        });

    [Theory]
    [InlineData(new float[] { 0, 0 }, null)]
    [InlineData(new float[] { 0.5f, -0.25f, 0 }, new[] { 127, -64, 0 })]
    [InlineData(new float[] { -3, 1 }, new[] { -127, 42 })]
    public void The_largest_number_becomes_127(float[] vector, int[]? quantised) =>
        Assert.Equal(quantised, ByteVectors.Quantise(vector)?.Select(each => (int)(sbyte)each));
}
