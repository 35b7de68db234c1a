using NewsIndex.Lucene.Writing;

namespace NewsSearch.Tests.Lucene.Writing;

public sealed class CompactionTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("9 9 9 9 9 9 9 9 9 9", null)]
    // One large segment and small ones: three of the small ones stay as well.
    [InlineData("1000 1 1 1 1 1 1 1 1 1 1", 4)]
    // Four large ones, of which the least is exactly a sixteenth, and the rest merged into a fifth.
    [InlineData("500 200 150 60 10 10 10 10 5 4 1", 5)]
    [InlineData("500 200 150 59 10 10 10 10 5 5 1", 4)]
    [InlineData("100 100 100 100 100 100 1 1 1 1 1", 7)]
    // Seven large ones and one more would soon be too many again.
    [InlineData("100 100 100 100 100 100 100 1 1 1 1", 4)]
    [InlineData("9 9 9 9 9 9 9 9 9 9 9", 4)]
    [InlineData("2147483647 2147483647 1 1 1 1 1 1 1 1 1", 4)]
    public void Large_segments_stay_and_the_others_are_merged(string sizes, int? segments) =>
        Assert.Equal(segments, Compaction.SegmentsAfter([.. sizes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)]));
}
