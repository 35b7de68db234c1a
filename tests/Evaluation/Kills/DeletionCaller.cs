using Grpc.Net.Client;
using NewsSearch.V1;

namespace Evaluation.Kills;

/// <summary>Deletes articles that were acknowledged.</summary>
/// <param name="articles">Shared with the caller that sends them, and which looks whether they are gone.</param>
internal sealed class DeletionCaller(AcknowledgedArticles articles, Random random) : KilledCaller
{
    public override string Name => "deletions";

    public override IEnumerable<string> Losses(KilledIndex index) => [];

    protected override async Task CallOnceAsync(GrpcChannel channel, KilledIndex index, CancellationToken killed)
    {
        if (articles.TakeAny(random) is not { } id)
        {
            await Task.Delay(10, killed);
            return;
        }

        Begin();
        var client = new IngestService.IngestServiceClient(channel);
        await client.DeleteArticlesAsync(new DeleteArticlesRequest { Ids = { id } }, cancellationToken: killed);
        articles.Take(id, isThere: false);
        Acknowledge();
    }
}
