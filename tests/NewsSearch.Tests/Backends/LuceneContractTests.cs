using NewsIndex;
using NewsIndex.Engines;

namespace NewsSearch.Tests.Backends;

public sealed class LuceneContractTests : EmbeddedEngineContract
{
    private readonly TemporaryFolder folder = new();

    private NewsIndexOptions Options => new() { Directory = folder.File("index") };

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    private protected override ArticleSearcherContract Another() => new LuceneContractTests();

    private protected override void Merge() => NewsIndexServices.Merge(Options);

    protected override IArticleWriter OpenWriter() => NewsIndexServices.OpenWriter(Options, TimeProvider.System);

    protected override IArticleSearcherLifetime OpenSearcher() => NewsIndexServices.OpenSearcher(Options, TimeProvider.System);
}
