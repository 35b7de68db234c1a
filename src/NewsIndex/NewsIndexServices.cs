using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Intake;
using NewsIndex.Lucene;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Writing;

namespace NewsIndex;

/// <summary>Opens the backend that the options ask for: the only place that names backends.</summary>
public static class NewsIndexServices
{
    /// <summary>Opens an index for writing; makes one where the folder is missing or empty.</summary>
    /// <exception cref="IndexLockedException">Another writer has it open.</exception>
    /// <param name="recognise">Finds the names of an article that is new; called from several threads at once. Null finds none.</param>
    /// <exception cref="IndexUnavailableException">The folder holds something else, or an index of another format or another recogniser.</exception>
    public static IArticleWriter OpenWriter(NewsIndexOptions options, TimeProvider clock, Func<Article, IReadOnlyList<Mention>>? recognise = null) =>
        new ArticleIntake(
            LuceneArticleStore.Open(options),
            recognise ?? (_ => []),
            clock,
            options.WriteThreads == 0 ? Environment.ProcessorCount : options.WriteThreads,
            options.CopySpan);

    /// <summary>Opens an index for reading and follows its commits until disposed. There need not be an index yet.</summary>
    /// <param name="corrections">Of entities; null for those that lie beside the index.</param>
    /// <param name="logger">Told of generations that open and expire, and of commits that cannot be read; null for nobody.</param>
    public static IArticleSearcherLifetime OpenSearcher(
        NewsIndexOptions options, TimeProvider clock, CorrectionLog? corrections = null, ILogger? logger = null) =>
        new LuceneArticleSearcher(
            options, corrections ?? CorrectionsOf(options.Directory, clock), clock, logger ?? NullLogger.Instance);

    private static CorrectionLog CorrectionsOf(string directory, TimeProvider clock) => new(CorrectionLog.PathFor(directory), clock);

    /// <summary>Brings a finished index into its fastest form; its generation stays. Takes about as long as indexing did.</summary>
    public static void Merge(string directory) => LuceneArticleStore.Merge(directory);

    /// <summary>Keeps a generation, so that what was cited from it can be asked again; costs the files that later commits no longer have.</summary>
    /// <param name="generation">Null for the newest.</param>
    /// <param name="corrections">Of entities, those made so far being part of what is cited; null for those that lie beside the index.</param>
    /// <exception cref="GenerationExpiredException">It is no longer there to be kept.</exception>
    /// <exception cref="IndexUnavailableException">There is no index, or its list of kept generations cannot be read.</exception>
    public static GenerationPin Pin(string directory, Generation? generation, string by, string why, TimeProvider clock, CorrectionLog? corrections = null) =>
        KeptGenerations.Pin(directory, generation, by, why, (corrections ?? CorrectionsOf(directory, clock)).Current, clock);

    /// <summary>The generations that can be asked, oldest first.</summary>
    public static IReadOnlyList<Generation> ListGenerations(string directory) => KeptGenerations.List(directory);

    /// <summary>Checks every part of an index; an empty list means that nothing is wrong.</summary>
    public static IReadOnlyList<string> Verify(string directory) => LuceneIndexCheck.Run(directory);
}
