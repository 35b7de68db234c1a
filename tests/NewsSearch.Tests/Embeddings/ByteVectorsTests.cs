using CsCheck;
using NewsIndex.Embeddings;

namespace NewsSearch.Tests.Embeddings;

public sealed class ByteVectorsTests
{
    private static readonly Gen<sbyte[]> Row = Gen.SByte.Array[WordVectors.Dimensions];

    [Fact]
    public void Products_are_the_sums_of_whole_numbers() =>
        Gen.Select(Row, Row).Sample((a, b) => Assert.Equal(a.Zip(b, (one, other) => one * other).Sum(), ByteVectors.Dot(a, b)));
}
