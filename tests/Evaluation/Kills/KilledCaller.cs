using Grpc.Core;
using Grpc.Net.Client;

namespace Evaluation.Kills;

/// <summary>A caller of a service that is killed, which keeps what was acknowledged to it.</summary>
internal abstract class KilledCaller
{
    private int calls;

    /// <summary>What it changes, as a word.</summary>
    public abstract string Name { get; }

    /// <summary>Calls that were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Kills that left a call of this caller without an answer.</summary>
    public int CutOff { get; private set; }

    /// <summary>Calls until the service is gone.</summary>
    /// <param name="killed">Cancelled once the service is gone, for calls that it does not end itself.</param>
    public async Task CallAsync(GrpcChannel channel, KilledIndex index, CancellationToken killed)
    {
        try
        {
            while (!killed.IsCancellationRequested)
                await CallOnceAsync(channel, index, killed);
        }
        catch (RpcException gone) when (gone.StatusCode is StatusCode.Unavailable or StatusCode.Cancelled or StatusCode.Internal)
        {
            // What has no answer is not acknowledged.
        }
        catch (Exception gone) when (gone is OperationCanceledException or InvalidOperationException or IOException)
        {
            // A stream whose service has gone cannot be written to.
        }

        CutOff += calls > 0 ? 1 : 0;
        calls = 0;
    }

    /// <summary>After a kill: what is not as it was acknowledged, or came about without being asked for, a sentence each.</summary>
    public abstract IEnumerable<string> Losses(KilledIndex index);

    /// <summary>Makes one call, or some that belong together.</summary>
    protected abstract Task CallOnceAsync(GrpcChannel channel, KilledIndex index, CancellationToken killed);

    /// <summary>A call is on its way, and may be carried out without an answer.</summary>
    protected void Begin() => Interlocked.Increment(ref calls);

    /// <summary>The answer to a call is here; it was carried out.</summary>
    protected void Acknowledge()
    {
        Acknowledged++;
        Refuse();
    }

    /// <summary>The answer to a call is here; nothing was changed.</summary>
    protected void Refuse() => Interlocked.Decrement(ref calls);
}
