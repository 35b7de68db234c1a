using SearchService.Execution;

namespace NewsSearch.Tests.Service.Execution;

public sealed class SearchThreadsTests
{
    [Fact]
    public async Task Tasks_run_on_threads_outside_the_pool()
    {
        using var threads = new SearchThreads("search", 1);
        var (isPool, name) = await RunAsync(threads, () => (Thread.CurrentThread.IsThreadPoolThread, Thread.CurrentThread.Name));
        Assert.Equal((false, "search 1"), (isPool, name));
    }

    [Fact]
    public async Task What_follows_an_await_runs_there_too()
    {
        using var threads = new SearchThreads("search", 2);
        var isPool = await Task.Factory.StartNew(async () =>
        {
            await Task.Yield();
            return Thread.CurrentThread.IsThreadPoolThread;
        }, CancellationToken.None, TaskCreationOptions.DenyChildAttach, threads).Unwrap();
        Assert.False(isPool);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task As_many_tasks_run_at_once_as_there_are_threads(int count)
    {
        using var threads = new SearchThreads("search", count);
        using var all = new CountdownEvent(count);
        using var go = new ManualResetEventSlim();
        var tasks = Enumerable.Range(0, count).Select(_ => RunAsync(threads, () =>
        {
            all.Signal();
            go.Wait();
            return true;
        })).ToList();
        await Task.Run(all.Wait);
        var oneMore = RunAsync(threads, () => go.IsSet);
        go.Set();
        await Task.WhenAll(tasks);
        Assert.True(await oneMore);
        Assert.Equal(count, threads.MaximumConcurrencyLevel);
    }

    [Fact]
    public async Task A_failure_reaches_whoever_waits_and_the_thread_goes_on()
    {
        using var threads = new SearchThreads("search", 1);
        await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync<int>(threads, () => throw new InvalidDataException()));
        Assert.Equal(1, await RunAsync(threads, () => 1));
    }

    [Fact]
    public async Task Tasks_that_were_queued_before_the_end_are_run()
    {
        using var go = new ManualResetEventSlim();
        Task<int> second;
        using (var threads = new SearchThreads("search", 1))
        {
            _ = RunAsync(threads, () =>
            {
                go.Wait();
                return 1;
            });
            second = RunAsync(threads, () => 2);
        }

        go.Set();
        Assert.Equal(2, await second);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void There_is_at_least_one_thread(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchThreads("search", count));

    private static Task<T> RunAsync<T>(SearchThreads threads, Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, threads);
}
