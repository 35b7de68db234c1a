using NewsIndex.Entities;

namespace NewsSearch.Tests.Entities;

public sealed class LogLikelihoodTests
{
    /// <summary>The third row is "the swiss" of Dunning's paper, table 1: 110 of 31,777 bigrams, -2 log λ = 270.72.</summary>
    [Theory]
    [InlineData(10, 100, 100, 1000, 0)]
    [InlineData(0, 10, 10, 1000, 0.202)]
    [InlineData(110, 2552, 221, 31777, 270.72)]
    [InlineData(100, 100, 100, 1000, 650.17)]
    public void The_ratio_is_twice_the_logarithm_of_the_likelihoods(long both, long first, long second, long all, double expected) =>
        Assert.Equal(expected, LogLikelihood.Ratio(both, first, second, all), 0.01);

    [Fact]
    public void The_ratio_is_symmetric_and_never_negative()
    {
        foreach (var (both, first, second) in new[] { (3L, 9L, 40L), (1L, 1L, 1L), (0L, 5L, 7L), (5L, 5L, 90L) })
        {
            Assert.Equal(LogLikelihood.Ratio(both, first, second, 100), LogLikelihood.Ratio(both, second, first, 100), 12);
            Assert.True(LogLikelihood.Ratio(both, first, second, 100) >= 0);
        }
    }
}
