using Grpc.Core;
using Grpc.Net.Client;
using NewsIndex;
using NewsSearch.V1;

namespace Evaluation.Kills;

/// <summary>Sends articles in a stream.</summary>
/// <param name="articles">Shared with the caller that deletes.</param>
internal sealed class ArticleCaller(AcknowledgedArticles articles) : KilledCaller
{
    /// <summary>Between two articles: the index stays small, and many kills can be made.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public override string Name => "articles";

    /// <summary>As the next writer finds it: it completes deletions that were recorded and not committed.</summary>
    public override IEnumerable<string> Losses(KilledIndex index)
    {
        var writer = NewsIndexServices.OpenWriter(index.Options, TimeProvider.System);
        try
        {
            return [.. articles.Losses(writer)];
        }
        finally
        {
            writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    protected override async Task CallOnceAsync(GrpcChannel channel, KilledIndex index, CancellationToken killed)
    {
        using var call = new IngestService.IngestServiceClient(channel).IngestArticles(cancellationToken: killed);
        var reading = Task.Run(() => ReadAsync(call, killed), CancellationToken.None);
        try
        {
            while (!killed.IsCancellationRequested)
            {
                Begin();
                await call.RequestStream.WriteAsync(new IngestArticlesRequest { Article = articles.Next() }, killed);
                await Task.Delay(Pause, killed);
            }
        }
        finally
        {
            await reading;
        }
    }

    private async Task ReadAsync(AsyncDuplexStreamingCall<IngestArticlesRequest, IngestArticlesResponse> call, CancellationToken killed)
    {
        await foreach (var response in call.ResponseStream.ReadAllAsync(killed))
        {
            if (response.Outcome.Status is not IngestOutcome.Types.Status.New)
                throw new InvalidDataException($"article {response.Outcome.Id} was {response.Outcome.Status}: {response.Outcome.Reason}");
            articles.Take(response.Outcome.Id, isThere: true);
            Acknowledge();
        }
    }
}
