using Indexer.Records;

namespace NewsSearch.Tests.Archives;

public sealed class ParallelItemsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(5000)]
    public void Results_come_in_the_order_of_the_items(int count) =>
        Assert.Equal(
            Enumerable.Range(0, count).Select(i => i * i), ParallelItems.Convert([.. Enumerable.Range(0, count)], item => item * item));

    [Theory]
    [InlineData(10)]
    [InlineData(5000)]
    public void Of_several_failures_the_first_is_thrown(int count) =>
        Assert.Equal("7", Assert.Throws<InvalidDataException>(() => ParallelItems.Convert(
            [.. Enumerable.Range(0, count)], item => item >= 7 ? throw new InvalidDataException($"{item}") : item)).Message);

    [Fact]
    public void Many_items_are_converted_at_once()
    {
        // Each of the first two waits for the other.
        using var both = new Barrier(Environment.ProcessorCount > 1 ? 2 : 1);
        var met = 0;
        ParallelItems.Convert([.. Enumerable.Range(0, 1000)], item =>
            Interlocked.Increment(ref met) > 2 || both.SignalAndWait(TimeSpan.FromSeconds(30)) ? item : throw new TimeoutException());
        Assert.Equal(1000, met);
    }
}
