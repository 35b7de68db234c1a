using NewsIndex.Suggesting;

namespace NewsSearch.Tests.Suggesting;

public sealed class LabelSimilarityTests
{
    [Theory]
    [InlineData("bbc news", "bbc", 0)]
    [InlineData("john a smith", "smith", 0)]
    [InlineData("bbc", "bbc news", 1)]
    [InlineData("british broadcasting corporation", "bbc", 2)]
    [InlineData("bbc", "british broadcasting corporation", 2)]
    [InlineData("food and agriculture organization of the un", "faou", 2)]
    [InlineData("energy", "enregy", 3)]
    [InlineData("courier", "herald", null)]
    [InlineData("smyth", "smith", 3)]
    [InlineData("smithson", "smith", null)]
    [InlineData("", "bbc", null)]
    [InlineData("bbc", "", null)]
    public void Ranks_labels_that_may_be_meant(string label, string typed, int? rank) =>
        Assert.Equal(rank, LabelSimilarity.Rank(label, typed));
}
