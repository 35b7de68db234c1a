using NewsIndex.Lucene;

namespace NewsIndex;

/// <summary>Opens the backend that the options ask for: the only place that names backends.</summary>
public static class NewsIndexServices
{
    /// <summary>Opens an index for writing; makes one where the folder is missing or empty.</summary>
    /// <exception cref="IndexLockedException">Another writer has it open.</exception>
    /// <exception cref="IndexUnavailableException">The folder holds something else, or an index of another format.</exception>
    public static IArticleWriter OpenWriter(NewsIndexOptions options, TimeProvider clock) => LuceneArticleWriter.Open(options, clock);

    /// <summary>Opens an index for reading and follows its commits until disposed. There need not be an index yet.</summary>
    public static IArticleSearcherLifetime OpenSearcher(NewsIndexOptions options, TimeProvider clock) => new LuceneArticleSearcher(options, clock);

    /// <summary>Brings a finished index into its fastest form; its generation stays. Takes about as long as indexing did.</summary>
    public static void Merge(string directory) => LuceneArticleWriter.Merge(directory);

    /// <summary>Checks every part of an index; an empty list means that nothing is wrong.</summary>
    public static IReadOnlyList<string> Verify(string directory) => LuceneIndexCheck.Run(directory);
}
