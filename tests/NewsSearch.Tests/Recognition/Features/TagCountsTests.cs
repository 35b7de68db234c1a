using CsCheck;
using Recognition.Features;
using Recognition.Tagging;

namespace NewsSearch.Tests.Recognition.Features;

public sealed class TagCountsTests
{
    [Fact]
    public void Summarises_nothing_where_the_word_occurs_once()
    {
        Assert.Equal(0UL, Summary([4], own: 4));
        Assert.Equal(0UL, Summary([], own: 4));
    }

    [Theory]
    // 1 + type + agreement × 8 + (more than two others ? 32 : 0) + tag × 64.
    [InlineData(new byte[] { 4, 0 }, 0, 1 + 1 + 16 + (4 * 64))]
    [InlineData(new byte[] { 0, 0 }, 0, 1 + 0 + 16)]
    [InlineData(new byte[] { 0, 5, 7, 5, 8 }, 0, 1 + 2 + 16 + 32 + (5 * 64))]
    [InlineData(new byte[] { 0, 12, 12, 4 }, 0, 1 + 3 + 8 + 32 + (12 * 64))]
    [InlineData(new byte[] { 0, 12, 4 }, 0, 1 + 1 + 0 + (4 * 64))]
    public void Packs_type_agreement_number_and_tag(byte[] tags, byte own, ulong expected) => Assert.Equal(expected, Summary(tags, own));

    [Fact]
    public void Agrees_with_a_count_of_the_other_occurrences() =>
        Check.Sample(
            Gen.Int[0, TagScheme.Count - 1].Select(tag => (byte)tag).Array[2, 30],
            tags =>
            {
                var others = tags[1..];
                var types = Enumerable.Range(-1, 4).Select(type => others.Count(tag => TagScheme.TypeOf(tag) == type)).ToArray();
                var type = Array.IndexOf(types, types.Max());
                var agreement = types[type] == others.Length ? 2 : types[type] >= others.Length * 2 / 3.0 ? 1 : 0;
                var tag = others.GroupBy(each => each).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
                var expected = 1 + type + (agreement * 8) + (others.Length > 2 ? 32 : 0) + (tag * 64);
                Assert.Equal((ulong)expected, Summary(tags, tags[0]));
            },
            iter: 1_000);

    private static ulong Summary(byte[] tags, byte own)
    {
        var counts = default(TagCounts);
        foreach (var tag in tags)
            counts.Count(tag);
        return counts.Summary(own);
    }
}
