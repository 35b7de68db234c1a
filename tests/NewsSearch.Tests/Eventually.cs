namespace NewsSearch.Tests;

/// <summary>Waits for what happens soon: how soon is for the benchmark to say, not for a test on a busy machine.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        for (var tries = 0; !await condition(); tries++)
        {
            Assert.True(tries < 200, "it did not happen within 20 s");
            await Task.Delay(100);
        }
    }
}
