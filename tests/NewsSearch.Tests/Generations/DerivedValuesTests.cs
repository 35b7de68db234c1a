using NewsIndex.Generations;

namespace NewsSearch.Tests.Generations;

public sealed class DerivedValuesTests
{
    private readonly DerivedValues values = new();
    private readonly object key = new();

    [Fact]
    public async Task Is_computed_once_and_whoever_asks_meanwhile_waits_for_it()
    {
        var computed = 0;
        using var begun = new ManualResetEventSlim();
        using var finish = new ManualResetEventSlim();
        object Compute(int reader)
        {
            Interlocked.Increment(ref computed);
            begun.Set();
            finish.Wait();
            return new object();
        }

        var first = Task.Run(() => values.GetOrAdd(key, 1, Compute));
        begun.Wait();
        var others = Enumerable.Range(0, 4).Select(_ => Task.Run(() => values.GetOrAdd(key, 1, Compute))).ToList();
        finish.Set();
        var all = await Task.WhenAll([first, .. others]);
        Assert.Single(all.Distinct());
        Assert.Equal(1, computed);
    }

    [Fact]
    public void What_could_not_be_computed_is_tried_again()
    {
        var tries = 0;
        int Compute(int reader) => ++tries == 1 ? throw new IOException("gone for a moment") : tries;
        Assert.Throws<IOException>(() => values.GetOrAdd(key, 1, Compute));
        Assert.Equal(2, values.GetOrAdd(key, 1, Compute));
        Assert.Equal(2, values.GetOrAdd(key, 1, Compute));
    }

    [Fact]
    public void Each_key_has_its_own_even_where_keys_are_equal()
    {
        Assert.Equal(1, values.GetOrAdd(new string('k', 1), 1, reader => reader));
        Assert.Equal(2, values.GetOrAdd(new string('k', 1), 2, reader => reader));
    }

    [Fact]
    public void What_was_cleared_is_computed_again_and_kept()
    {
        var computed = 0;
        Assert.Equal(1, values.GetOrAdd(key, 1, _ => ++computed));
        values.Clear();
        Assert.Equal(2, values.GetOrAdd(key, 1, _ => ++computed));
        Assert.Equal(2, values.GetOrAdd(key, 1, _ => ++computed));
    }
}
