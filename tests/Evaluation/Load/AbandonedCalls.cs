using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Grpc.Core;
using Grpc.Net.Client;

namespace Evaluation.Load;

/// <summary>How long a service works on for a caller who has gone: by cancelling, or since its deadline has passed.</summary>
/// <param name="grpc">The service, which answers nobody else meanwhile.</param>
internal sealed partial class AbandonedCalls(Uri grpc, Uri http) : IDisposable
{
    private readonly HttpClient web = new() { BaseAddress = http };
    private readonly GrpcChannel channel = GrpcChannel.ForAddress(grpc);

    /// <summary>Leaves each call after the given time.</summary>
    /// <param name="isDeadline">True to leave by a deadline of the call, false to cancel it.</param>
    /// <returns>
    /// For each call that was still running, the milliseconds until the service no longer held a thread for it; a few more than it took,
    /// since the service is asked over HTTP.
    /// </returns>
    public async Task<IReadOnlyList<double>> MeasureAsync(IReadOnlyList<LoadCall> calls, TimeSpan patience, bool isDeadline)
    {
        var measured = new List<double>();
        foreach (var call in calls)
        {
            if (!await IsAbandonedAsync(call, patience, isDeadline))
                continue;
            var left = Stopwatch.GetTimestamp();
            while (await RunningAsync() > 0)
            {
            }

            measured.Add(Stopwatch.GetElapsedTime(left).TotalMilliseconds);
        }

        return measured;
    }

    public void Dispose()
    {
        channel.Dispose();
        web.Dispose();
    }

    /// <summary>Makes a call and leaves it; false if it was answered before.</summary>
    private async Task<bool> IsAbandonedAsync(LoadCall call, TimeSpan patience, bool isDeadline)
    {
        using var cancellation = new CancellationTokenSource();
        if (!isDeadline)
            cancellation.CancelAfter(patience);
        var deadline = isDeadline ? TimeProvider.System.GetUtcNow().UtcDateTime + patience : (DateTime?)null;
        try
        {
            await call(channel, new CallOptions(deadline: deadline, cancellationToken: cancellation.Token));
            return false;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Cancelled or StatusCode.DeadlineExceeded)
        {
            return true;
        }
    }

    private async Task<double> RunningAsync()
    {
        var text = await web.GetStringAsync("metrics");
        return double.Parse(Running().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^newssearch_searches_running ([0-9.e+]+)", RegexOptions.Multiline)]
    private static partial Regex Running();
}
