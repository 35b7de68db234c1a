using CsCheck;
using NewsIndex.Embeddings;

namespace NewsSearch.Tests.Embeddings;

public sealed class ByteVectorsTests
{
    private static readonly Gen<sbyte[]> Row = Gen.SByte.Array[WordVectors.Dimensions];

    [Fact]
    public void Products_are_the_sums_of_whole_numbers_and_cosines_made_of_them_alone() =>
        Gen.Select(Row, Row).Sample((a, b) =>
        {
            int Sum(sbyte[] x, sbyte[] y) => x.Zip(y, (one, other) => one * other).Sum();
            Assert.Equal(Sum(a, b), ByteVectors.Dot(a, b));
            Assert.Equal((float)(Sum(a, b) / Math.Sqrt((double)Sum(a, a) * Sum(b, b))), ByteVectors.Cosine(a, b));
        });

    [Fact]
    public void What_has_no_direction_is_near_nothing() =>
        Assert.Equal(0, ByteVectors.Cosine(new sbyte[WordVectors.Dimensions], [.. Enumerable.Repeat((sbyte)1, WordVectors.Dimensions)]));

    [Theory]
    [InlineData("monks")]
    [InlineData("election")]
    [InlineData("ship")]
    public void How_near_a_related_word_is_does_not_depend_on_the_processor(string word)
    {
        var rows = WordVectors.WholeWords().ToDictionary(each => each.Word, each => each.Row.ToArray());
        Assert.All(RelatedWords.Of(word), each => Assert.Equal(ByteVectors.Cosine(rows[word], rows[each.Word]), each.Cosine));
    }
}
