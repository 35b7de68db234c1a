using System.Diagnostics;
using System.Globalization;

namespace Evaluation.Speed;

/// <summary>How long the queries of one kind take.</summary>
/// <param name="P50">Milliseconds, as the two after it.</param>
/// <param name="PerSecond">Queries a second on all threads together.</param>
internal readonly record struct Timing(double P50, double P99, double Mean, double PerSecond)
{
    /// <summary>Runs every query of a kind so many times over, on so many threads.</summary>
    public static Timing Of<T>(IReadOnlyList<T> queries, int passes, int threads, Action<T> answer)
    {
        var milliseconds = new double[queries.Count * passes];
        var next = -1;
        var begun = Stopwatch.GetTimestamp();
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            for (int n; (n = Interlocked.Increment(ref next)) < milliseconds.Length;)
            {
                var start = Stopwatch.GetTimestamp();
                answer(queries[n % queries.Count]);
                milliseconds[n] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        })).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;

        Array.Sort(milliseconds);
        return Of(milliseconds, seconds);
    }

    /// <summary>Each engine on one thread, a pass of every query at a time, one engine after the other.</summary>
    public static IReadOnlyList<Timing> InTurn<T>(IReadOnlyList<T> queries, int passes, IReadOnlyList<Action<T>> engines)
    {
        var milliseconds = engines.Select(_ => new List<double>(queries.Count * passes)).ToList();
        for (var pass = 0; pass < passes; pass++)
        {
            for (var engine = 0; engine < engines.Count; engine++)
            {
                foreach (var query in queries)
                {
                    var start = Stopwatch.GetTimestamp();
                    engines[engine](query);
                    milliseconds[engine].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        return milliseconds.ConvertAll(each => Of([.. each.Order()], each.Sum() / 1000));
    }

    public string ToTsv(string kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}\t{P50:F4}\t{P99:F4}\t{Mean:F4}\t{PerSecond:F1}");

    private static Timing Of(double[] sorted, double seconds) =>
        new(At(sorted, 0.5), At(sorted, 0.99), sorted.Average(), sorted.Length / seconds);

    private static double At(double[] sorted, double part) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
}
