using CsCheck;
using Recognition.Features;

namespace NewsSearch.Tests.Recognition.Features;

public sealed class FeatureHashTests
{
    // Models that exist depend on these values.
    [Theory]
    [InlineData("", 5711608996449520057UL)]
    [InlineData("a", 17863781872013102504UL)]
    [InlineData("Smith", 17322556184400556465UL)]
    [InlineData("Zürich", 14807777015390359994UL)]
    public void Hashes_text_as_existing_models_do(string text, ulong expected) => Assert.Equal(expected, FeatureHash.Of(text));

    [Theory]
    [InlineData(1, 0UL, 553958)]
    [InlineData(1, 12345UL, 734001)]
    [InlineData(2, 12345UL, 243591)]
    [InlineData(213, ulong.MaxValue, 410926)]
    public void Finds_the_bucket_that_existing_models_use(int template, ulong value, int expected) =>
        Assert.Equal(expected, FeatureHash.Bucket(template, value));

    [Fact]
    public void Combines_as_existing_models_do_and_tells_the_order_apart()
    {
        Assert.Equal(11507291219589390117UL, FeatureHash.Combine(1, 2));
        Assert.NotEqual(FeatureHash.Combine(1, 2), FeatureHash.Combine(2, 1));
    }

    [Fact]
    public void Finds_a_bucket_in_range_for_any_feature() =>
        Check.Sample(
            Gen.Select(Gen.Int[1, 300], Gen.ULong),
            (template, value) => Assert.InRange(FeatureHash.Bucket(template, value), 0, FeatureHash.Buckets - 1));

    [Fact]
    public void Spreads_features_evenly()
    {
        // 2^20 features into 2^20 buckets leave about 1/e of them empty.
        var used = new HashSet<int>();
        for (var i = 0; i < FeatureHash.Buckets; i++)
            used.Add(FeatureHash.Bucket(1 + (i % 60), FeatureHash.Of($"word{i}")));
        Assert.InRange(used.Count / (double)FeatureHash.Buckets, 0.62, 0.65);
    }
}
