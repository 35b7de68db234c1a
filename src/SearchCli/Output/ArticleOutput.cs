using NewsSearch.V1;

namespace SearchCli.Output;

/// <summary>A way of writing articles, one after the other.</summary>
internal abstract class ArticleOutput : IAsyncDisposable
{
    public abstract Task WriteAsync(Article article, CancellationToken cancellation);

    public abstract Task FlushAsync(CancellationToken cancellation);

    /// <summary>What was not flushed is gone.</summary>
    public abstract ValueTask DisposeAsync();
}
