namespace NewsIndex.Engines;

/// <summary>A searcher and the files or connections that it holds open.</summary>
public interface IArticleSearcherLifetime : IArticleSearcher, IAsyncDisposable;
