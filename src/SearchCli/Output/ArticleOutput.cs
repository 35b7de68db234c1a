using NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>Writes articles one after another.</summary>
internal abstract class ArticleOutput : IAsyncDisposable
{
    public abstract Task WriteAsync(Article article, CancellationToken cancellation);

    public abstract Task FlushAsync(CancellationToken cancellation);

    /// <summary>Discards what was not flushed.</summary>
    public abstract ValueTask DisposeAsync();
}
