namespace NewsIndex.Tracing;

/// <summary>A counter that many threads count up at once without waiting for each other.</summary>
internal sealed class StripedCounter
{
    /// <summary>A power of two.</summary>
    private const int Stripes = 16;

    /// <summary>Longs in two cache lines, which processors fetch together.</summary>
    private const int Spacing = 16;

    private readonly long[] counts = new long[(Stripes + 1) * Spacing];

    public long Value
    {
        get
        {
            long sum = 0;
            for (var i = 1; i <= Stripes; i++)
                sum += Volatile.Read(ref counts[i * Spacing]);
            return sum;
        }
    }

    public void Increment() =>
        Interlocked.Increment(ref counts[((Environment.CurrentManagedThreadId & (Stripes - 1)) + 1) * Spacing]);
}
