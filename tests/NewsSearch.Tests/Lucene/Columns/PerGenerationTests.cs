using Lucene.Net.Index;
using NewsIndex.Lucene.Columns;

namespace NewsSearch.Tests.Lucene.Columns;

public sealed class PerGenerationTests : IDisposable
{
    private readonly MultiReader reader = new();

    public void Dispose() => reader.Dispose();

    [Fact]
    public async Task Is_made_once_and_whoever_asks_meanwhile_waits_for_it()
    {
        var made = 0;
        using var begun = new ManualResetEventSlim();
        using var finish = new ManualResetEventSlim();
        var each = new PerGeneration<object>(_ =>
        {
            Interlocked.Increment(ref made);
            begun.Set();
            finish.Wait();
            return new object();
        });

        var first = Task.Run(() => each.Of(reader));
        begun.Wait();
        var others = Enumerable.Range(0, 4).Select(_ => Task.Run(() => each.Of(reader))).ToList();
        finish.Set();
        var all = await Task.WhenAll([first, .. others]);
        Assert.Single(all.Distinct());
        Assert.Equal(1, made);
    }

    [Fact]
    public void What_could_not_be_made_is_tried_again()
    {
        var tries = 0;
        var each = new PerGeneration<int>(_ => ++tries == 1 ? throw new IOException("gone for a moment") : tries);
        Assert.Throws<IOException>(() => each.Of(reader));
        Assert.Equal(2, each.Of(reader));
        Assert.Equal(2, each.Of(reader));
    }

    [Fact]
    public void Each_generation_has_its_own()
    {
        var each = new PerGeneration<object>(_ => new object());
        using var other = new MultiReader();
        Assert.NotSame(each.Of(reader), each.Of(other));
    }
}
