using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Intake;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Views;
using NewsIndex.Lucene.Writing;
using NewsIndex.Searching;

namespace NewsIndex;

/// <summary>Creates the backend that the options select; the only type that names backends.</summary>
public static class NewsIndexServices
{
    /// <summary>Opens an index for writing; creates one if the folder is missing or empty.</summary>
    /// <param name="recognise">Finds entity mentions in a new article; called concurrently. Null for no recognition.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IndexLockedException">Another writer has the index open.</exception>
    /// <exception cref="IndexUnavailableException">
    /// The folder holds other files, or an index of another format or another recogniser.
    /// </exception>
    public static IArticleWriter OpenWriter(
        NewsIndexOptions options, TimeProvider clock, Func<Article, IReadOnlyList<Mention>>? recognise = null)
    {
        options.ThrowIfInvalid();
        return new ArticleIntake(LuceneArticleStore.Open(options), recognise ?? (_ => []), clock, options.Intake);
    }

    /// <summary>Opens an index for reading and follows its commits until disposed. The index may not exist yet.</summary>
    /// <param name="corrections">Corrections of entities; null for the log beside the index.</param>
    /// <param name="logger">Logs opened and expired generations and unreadable commits; null disables logging.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static IArticleSearcherLifetime OpenSearcher(
        NewsIndexOptions options, TimeProvider clock, CorrectionLog? corrections = null, ILogger? logger = null)
    {
        options.ThrowIfInvalid();
        return new ArticleSearcher(
            new LuceneIndexViews(new IndexSnapshots(options, clock, logger ?? NullLogger.Instance), options), options.Ranking,
            new CitedCorrections(options.Directory, corrections ?? CorrectionsOf(options.Directory, clock), clock));
    }

    private static CorrectionLog CorrectionsOf(string directory, TimeProvider clock) => new(CorrectionLog.PathFor(directory), clock);

    /// <summary>
    /// Merges a finished index into one segment, the fastest form; its generation stays the same. Takes about as long as indexing.
    /// </summary>
    public static void Merge(string directory) => LuceneArticleStore.Merge(directory);

    /// <summary>Pins a generation, so that citations of it stay available; keeps the files that later commits no longer need.</summary>
    /// <param name="generation">Null for the newest.</param>
    /// <param name="corrections">
    /// Corrections of entities, of which the existing ones are pinned too; null for the log beside the index.
    /// </param>
    /// <exception cref="GenerationExpiredException">The generation is not kept.</exception>
    /// <exception cref="IndexUnavailableException">There is no index, or its list of pins cannot be read.</exception>
    public static GenerationPin Pin(
        string directory, Generation? generation, string by, string why, TimeProvider clock, CorrectionLog? corrections = null) =>
        KeptGenerations.Pin(directory, generation, by, why, (corrections ?? CorrectionsOf(directory, clock)).Current, clock);

    /// <summary>Returns the available generations, oldest first.</summary>
    public static IReadOnlyList<Generation> ListGenerations(string directory) => KeptGenerations.List(directory);

    /// <summary>Verifies every part of an index; an empty list means that no problem was found.</summary>
    public static IReadOnlyList<string> Verify(string directory) => LuceneIndexCheck.Run(directory);
}
