using System.Collections.Concurrent;
using NewsIndex.Intake;

namespace NewsSearch.Tests.Intake;

public sealed class PreparationQueueTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public async Task Everything_that_was_handed_in_is_done_once_by_the_end(int threads)
    {
        var done = new ConcurrentQueue<int>();
        using var queue = new PreparationQueue<int>(Name, done.Enqueue, threads);
        foreach (var batch in Enumerable.Range(0, 1000).Chunk(37))
            await queue.AddAsync(batch);
        await queue.DrainAsync();
        Assert.Equal(Enumerable.Range(0, 1000), done.Order());
    }

    [Fact]
    public async Task One_thread_keeps_the_order()
    {
        var done = new ConcurrentQueue<int>();
        using var queue = new PreparationQueue<int>(Name, done.Enqueue, 1);
        await queue.AddAsync([3, 1, 2]);
        await queue.AddAsync([5, 4]);
        await queue.DrainAsync();
        Assert.Equal([3, 1, 2, 5, 4], done);
    }

    [Fact]
    public async Task A_batch_is_handed_in_while_the_one_before_is_worked_on()
    {
        using var gate = new ManualResetEventSlim();
        using var queue = new PreparationQueue<int>(Name, _ => gate.Wait(), 1);
        await queue.AddAsync([1]);
        await queue.AddAsync([2]);
        var third = queue.AddAsync([3]);
        Assert.False(third.IsCompleted);
        gate.Set();
        await third;
        await queue.DrainAsync();
    }

    [Fact]
    public async Task Two_items_of_one_id_are_never_worked_on_at_once_and_keep_their_order()
    {
        var done = new ConcurrentQueue<string>();
        using var first = new ManualResetEventSlim();
        using var queue = new PreparationQueue<string>(item => item[..1], Do, 4);
        await queue.AddAsync(["a1", "b1"]);
        var second = queue.AddAsync(["a2"]);
        Assert.False(second.IsCompleted);
        first.Set();
        await second;
        await queue.DrainAsync();
        Assert.Equal(["a1", "a2"], done.Where(item => item[0] == 'a'));

        void Do(string item)
        {
            if (item == "a1")
                first.Wait();
            done.Enqueue(item);
        }
    }

    [Fact]
    public async Task A_failure_is_thrown_at_the_end_and_at_every_call_after_it()
    {
        using var queue = new PreparationQueue<int>(Name, Fail, 2);
        await queue.AddAsync([1, 2, 3]);
        var failure = await Assert.ThrowsAsync<IOException>(queue.DrainAsync);
        Assert.Equal("disk full", failure.Message);
        await Assert.ThrowsAsync<IOException>(() => queue.AddAsync([4]));
        await Assert.ThrowsAsync<IOException>(() => queue.AddAsync([5]));
        await Assert.ThrowsAsync<IOException>(() => queue.AddAsync([6]));
        await Assert.ThrowsAsync<IOException>(queue.DrainAsync);

        static void Fail(int item)
        {
            if (item == 2)
                throw new IOException("disk full");
        }
    }

    [Fact]
    public async Task Nothing_is_begun_after_a_failure()
    {
        var begun = new ConcurrentQueue<int>();
        using var queue = new PreparationQueue<int>(Name, Do, 1);
        await queue.AddAsync([1, 2, 3]);
        await Assert.ThrowsAsync<InvalidOperationException>(queue.DrainAsync);
        Assert.Equal([1], begun);

        void Do(int item)
        {
            begun.Enqueue(item);
            throw new InvalidOperationException();
        }
    }

    [Fact]
    public async Task Disposal_waits_for_what_was_begun_and_drops_the_rest()
    {
        var done = new ConcurrentQueue<int>();
        using var begun = new SemaphoreSlim(0);
        using var gate = new ManualResetEventSlim();
        var queue = new PreparationQueue<int>(Name, Do, 1);
        await queue.AddAsync([1, 2, 3]);
        await begun.WaitAsync();
        var disposal = Task.Run(queue.Dispose);
        // Disposal says that it has begun by nothing but what it leaves undone.
        SpinWait.SpinUntil(() => queue.IsAbandoned);
        gate.Set();
        await disposal;
        Assert.Equal([1], done);

        void Do(int item)
        {
            begun.Release();
            gate.Wait();
            done.Enqueue(item);
        }
    }

    [Fact]
    public async Task An_empty_batch_and_an_empty_queue_end_at_once()
    {
        using var queue = new PreparationQueue<int>(Name, _ => Assert.Fail("nothing was handed in"), 1);
        await queue.AddAsync([]);
        await queue.DrainAsync();
    }

    private static string Name(int item) => $"{item}";
}
