using Recognition.Features;

namespace NewsSearch.Tests.Recognition.Features;

public sealed class WordClustersTests
{
    private static readonly WordClusters Clusters = new(new Dictionary<string, int>
    {
        ["Bush"] = (64 << 16) | 1024,
        ["bush"] = (1 << 16) | 1,
        ["tree"] = (2 << 16) | 65_535,
    });

    [Theory]
    [InlineData("Bush", 64, 1024)]
    [InlineData("bush", 1, 1)]
    [InlineData("BUSH", 1, 1)]
    [InlineData("Tree", 2, 65_535)]
    [InlineData("unknown", 0, 0)]
    public void Prefers_the_word_as_written_to_the_word_in_lower_case(string word, int coarse, int fine) =>
        Assert.Equal((coarse, fine), Clusters.Of(word, word.ToLowerInvariant()));
}
