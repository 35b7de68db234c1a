using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Grpc.Core;

namespace Evaluation.Load;

/// <summary>Latencies and failures of the calls of one kind, from any number of threads.</summary>
internal sealed class Latencies
{
    private readonly ConcurrentQueue<double> milliseconds = [];
    private readonly ConcurrentDictionary<string, int> failures = new(StringComparer.Ordinal);

    public int Answered => milliseconds.Count;

    /// <summary>Makes one call, and keeps how long an answer took or why there was none.</summary>
    public async Task MeasureAsync(Func<Task> call)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            await call();
            milliseconds.Enqueue(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        catch (RpcException e)
        {
            failures.AddOrUpdate(e.StatusCode.ToString(), 1, (_, count) => count + 1);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            failures.AddOrUpdate(e.GetType().Name, 1, (_, count) => count + 1);
        }
    }

    /// <summary>The given parts of the latencies in milliseconds, as cells of a table; the last is the longest.</summary>
    /// <param name="parts">Such as 0.99; 1 for the longest.</param>
    public string Cells(params double[] parts) => Cells(milliseconds, parts);

    /// <summary>The same of other latencies.</summary>
    public static string Cells(IEnumerable<double> milliseconds, params double[] parts)
    {
        double[] sorted = [.. milliseconds.Order()];
        return string.Join(" | ", parts.Select(part => sorted.Length == 0
            ? "-"
            : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))].ToString("F1", CultureInfo.InvariantCulture)));
    }

    /// <summary>Failures by status, or "none".</summary>
    public string Failures() => failures.IsEmpty
        ? "none"
        : string.Join(", ", failures.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value} {pair.Key}"));
}
