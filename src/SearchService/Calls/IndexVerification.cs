using Microsoft.Extensions.Options;
using NewsIndex;
using NewsIndex.Results;
using SearchService.Errors;
using SearchService.Settings;

namespace SearchService.Calls;

/// <summary>Checks the index, one check at a time: it reads every file, which takes the disk from searches.</summary>
internal sealed class IndexVerification(IOptions<SearchOptions> options)
{
    private int running;

    /// <exception cref="Grpc.Core.RpcException">RESOURCE_EXHAUSTED (VERIFY_RUNNING).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IndexCheck Run(Action<IndexCheckProgress> progress, CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref running, 1) == 1)
            throw ErrorsToStatus.OfVerifyRunning();
        try
        {
            return NewsIndexServices.Verify(options.Value.Index, progress, cancellation);
        }
        finally
        {
            Volatile.Write(ref running, 0);
        }
    }
}
