using CsCheck;
using NewsIndex.NearDuplicates;

namespace NewsSearch.Tests.NearDuplicates;

public sealed class ShingleCountsTests
{
    /// <summary>Two sets in ascending order with some members in common, from a few parts of all or from any.</summary>
    private static readonly Gen<(ulong[] One, ulong[] Other)> Pairs =
        Gen.Select(
            Gen.OneOf(Gen.ULong, Gen.ULong[0, ulong.MaxValue >> 4]).Array[0, 300], Gen.Double[0, 1], Gen.Double[0, 1],
            (members, from, to) => (
                Set(members.Skip((int)(members.Length * from / 2))), Set(members.Take((int)(members.Length * (1 - (to / 2)))))));

    [Fact]
    public void Texts_resemble_each_other_at_most_so_much() => Pairs.Sample((one, other) =>
        Assert.InRange(
            TextShingles.Resemblance(one, other), 0, ShingleCounts.Of(one).MaxResemblance(ShingleCounts.Of(other))), iter: 2_000);

    [Fact]
    public void A_text_may_resemble_itself()
    {
        var random = new Random(3);
        var counts = ShingleCounts.Of(Any(random, 200));
        Assert.Equal(1, counts.MaxResemblance(counts));
    }

    [Fact]
    public void Other_texts_of_the_same_length_are_ruled_out()
    {
        var random = new Random(4);
        for (var i = 0; i < 100; i++)
        {
            var (one, other) = (ShingleCounts.Of(Any(random, 150)), ShingleCounts.Of(Any(random, 150)));
            Assert.InRange(one.MaxResemblance(other), 0, CopyGroups.Threshold - 0.01);
        }
    }

    [Fact]
    public void Nothing_is_said_of_very_long_and_of_unknown_texts()
    {
        var random = new Random(5);
        var some = ShingleCounts.Of(Any(random, 100));
        Assert.Equal(1, some.MaxResemblance(default));
        Assert.Equal(1, ShingleCounts.Of(Any(random, 20_000)).MaxResemblance(some));
    }

    private static ulong[] Any(Random random, int count) => Set(Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64() << 1));

    private static ulong[] Set(IEnumerable<ulong> members) => [.. members.Distinct().Order()];
}
