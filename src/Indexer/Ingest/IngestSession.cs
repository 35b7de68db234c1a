using Enrichment;
using Enrichment.Languages;
using Enrichment.Names;
using Indexer.Archives;
using Indexer.Boilerplate;
using Networks;
using NewsIndex;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Generations;

namespace Indexer.Ingest;

/// <summary>An index open for writing, with the files beside it; serves one or many runs.</summary>
internal sealed class IngestSession : IAsyncDisposable
{
    /// <summary>A service that writes lets the index go within seconds when it sees that someone waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly IngestSettings settings;
    private readonly TimeProvider clock;
    private readonly IArticleWriter writer;
    private readonly FileManifest manifest;
    private readonly LanguageFinder languages = new();
    private readonly ArticleDefaults defaults;
    private readonly SourceBoilerplate boilerplate;
    private readonly ArticleNames names;

    /// <summary>Null for an index without embeddings of passages.</summary>
    private readonly TextEncoder? encoder;
    private readonly ArchiveFile archive;

    /// <exception cref="IndexLockedException">Another writer has the index open, and does not let it go in time.</exception>
    /// <exception cref="IndexUnavailableException">The folder holds something else, or an index of another format.</exception>
    public IngestSession(IngestSettings settings, TimeProvider clock)
    {
        (this.settings, this.clock) = (settings, clock);
        archive = new ArchiveFile(new ArchiveReaders(settings.Mapping));
        defaults = settings.Defaults;
        boilerplate = settings.Boilerplate;
        names = ArticleNames.Open(settings.Recogniser, settings.Model);
        var options = new NewsIndexOptions
        {
            Directory = settings.Directory,
            Storage = { WriteBufferMegabytes = settings.WriteBufferMegabytes },
            Intake = { CopySpan = settings.CopySpan, Recogniser = names.Identity },
        };
        encoder = settings.Passages ? TextEncoder.Open() : null;
        writer = NewsIndexServices.OpenWriter(
            options, clock, names.Of, encoder is null ? null : new PassageEncoder(encoder.Identity, encoder.Encode), Patience);
        if (settings.Reread)
            File.Delete(Path.Combine(settings.Directory, FileManifest.FileName));
        manifest = new FileManifest(settings.Directory, settings.Digest, writer.IndexId, writer.Committed.Number);
    }

    /// <inheritdoc cref="IngestRun.RunAsync"/>
    public async Task<IngestReport> RunAsync(IEnumerable<string> files, Action<IngestReport> progress, CancellationToken cancellationToken)
    {
        using var rejects = new RejectLog(settings.Directory);
        var memory = new MemoryBudget(settings.MemoryMegabytes, clock);
        var run = new IngestRun(
            archive, writer, rejects, manifest, languages, defaults, boilerplate, settings.RestoreDeleted, settings.CommitEvery, memory,
            clock)
        {
            Progress = progress,
        };
        return await run.RunAsync(files, cancellationToken);
    }

    /// <summary>Whether the index has more articles than copies are looked for among.</summary>
    public bool ForgetsCopies => writer.Committed.Number > 2 * settings.CopySpan;

    /// <summary>Words that the recogniser of names reads in a second on one core, by a short trial; null when it costs little.</summary>
    public double? WordsPerSecond => settings.Recogniser is "accurate" or "balanced" ? names.WordsPerSecond() : null;

    public async ValueTask DisposeAsync()
    {
        manifest.Dispose();
        await writer.DisposeAsync();
        names.Dispose();
        encoder?.Dispose();
    }
}
