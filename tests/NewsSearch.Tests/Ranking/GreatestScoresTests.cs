using CsCheck;
using NewsIndex.Ranking;

namespace NewsSearch.Tests.Ranking;

public sealed class GreatestScoresTests
{
    [Fact]
    public void The_least_of_those_kept_is_that_of_a_sorted_list() =>
        Gen.Select(Gen.Int[0, 20].Array[0, 60], Gen.Int[1, 30]).Sample((scores, capacity) =>
        {
            var kept = new GreatestScores(capacity);
            foreach (var score in scores)
                kept.Add(score);
            var expected = scores.OrderDescending().Take(capacity).ToList();
            Assert.Equal(expected.Count == capacity, kept.IsFull);
            Assert.Equal(kept.IsFull ? expected[^1] : -1, kept.Least);
        });
}
