using System.Threading.Channels;
using Enrichment;
using Enrichment.Languages;
using Indexer.Archives;
using Indexer.Boilerplate;
using Indexer.Records;
using NewsIndex.Articles;
using NewsIndex.Engines;

namespace Indexer.Ingest;

/// <summary>
/// The whole flow: archive → article → index. Files are read on all cores and given in their order, while the writer works on what was read
/// before. What was read is committed every few seconds, so that a run that is killed has lost seconds. Files that have not changed since
/// they were read are skipped.
/// </summary>
internal sealed class IngestRun(
    ArchiveFile archive,
    IArticleWriter writer,
    RejectLog rejects,
    FileManifest manifest,
    LanguageFinder languages,
    ArticleDefaults defaults,
    SourceBoilerplate boilerplate,
    bool restoreDeleted,
    TimeSpan commitEvery,
    MemoryBudget memory,
    TimeProvider clock)
{
    private const int BatchArticles = 512;
    private const int BatchCharacters = 4_000_000;
    private const int BatchesAhead = 3;

    private readonly IngestReport report = new();
    private readonly Dictionary<string, FileTally> tallies = new(StringComparer.Ordinal);

    /// <summary>Called after each batch and each commit, with what was done so far.</summary>
    public Action<IngestReport> Progress { get; init; } = _ => { };

    /// <summary>Reads every file. When cancelled, commits the batches that are whole and throws.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; what was committed stays.</exception>
    /// <exception cref="IOException">The index cannot be written, as on a full disk; the last commit stays.</exception>
    public async Task<IngestReport> RunAsync(IEnumerable<string> files, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var lastCommit = begun;
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<Batch>(BatchesAhead);
        var reading = Task.Run(() => ReadAsync(files, batches.Writer, abandon.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(CancellationToken.None))
            {
                await WriteAsync(batch);
                memory.Keep();
                report.Elapsed = clock.GetElapsedTime(begun);
                Progress(report);
                if (clock.GetElapsedTime(lastCommit) < commitEvery)
                    continue;
                await CommitAsync();
                lastCommit = clock.GetTimestamp();
            }

            if (!cancellationToken.IsCancellationRequested)
                await writer.CompactAsync(cancellationToken);
            await CommitAsync();
        }
        finally
        {
            await abandon.CancelAsync();
            await reading;
        }

        report.Elapsed = clock.GetElapsedTime(begun);
        cancellationToken.ThrowIfCancellationRequested();
        rejects.Complete();
        return report;
    }

    private async Task ReadAsync(IEnumerable<string> files, ChannelWriter<Batch> batches, CancellationToken cancellationToken)
    {
        try
        {
            var batch = new Batch();
            await foreach (var file in new ReadAhead(archive, manifest).ReadAsync(files, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (file.Before is { } before)
                {
                    batch.Skipped.Add((file.File, before));
                }
                else
                {
                    rejects.BeginFile(file.File);
                    foreach (var reading in file.Readings)
                    {
                        batch.Add(file.File, reading);
                        if (batch.IsFull)
                        {
                            await batches.WriteAsync(batch, cancellationToken);
                            batch = new Batch();
                        }
                    }

                    batch.Finished.Add((file.File, file.Stamp, file.Digest?.Value ?? ""));
                    file.Digest?.Dispose();
                }

                if (batch.Finished.Count + batch.Skipped.Count >= BatchArticles)
                {
                    await batches.WriteAsync(batch, cancellationToken);
                    batch = new Batch();
                }
            }

            await batches.WriteAsync(batch, cancellationToken);
            batches.Complete();
        }
        catch (OperationCanceledException)
        {
            batches.Complete();
        }
        catch (Exception e)
        {
            batches.Complete(e);
        }
    }

    private async Task WriteAsync(Batch batch)
    {
        List<Reading.Read> read = [.. batch.Readings.Select(each => each.Reading).OfType<Reading.Read>()];
        // Not to be cancelled: half a batch could neither be committed nor taken back.
        var articles = languages.Complete(read.ConvertAll(each => (RootOf(each.Path), each.Article)));
        var complete = articles.Select(defaults.Complete).Select(WithoutBoilerplate).ToList();
        if (restoreDeleted)
            writer.Restore(complete.Select(article => article.Id));
        var outcomes = await writer.WriteAsync(complete, CancellationToken.None);
        var next = 0;
        foreach (var (file, reading) in batch.Readings)
            Count(file, reading, reading is Reading.Read ? outcomes[next++] : null);

        foreach (var (file, before) in batch.Skipped)
        {
            report.CountSkipped(before);
            report.Bytes += FileStamp.Of(file)?.Size ?? 0;
        }

        foreach (var (file, stamp, hash) in batch.Finished)
        {
            if (tallies.Remove(file, out var tally) && stamp is { } known)
                manifest.Finish(file, known, hash, tally);
            report.Bytes += stamp?.Size ?? 0;
        }
    }

    /// <summary>After the id is known: an article is the same one with and without what its source adds.</summary>
    private Article WithoutBoilerplate(Article article)
    {
        var (own, leftOut) = boilerplate.Without(article);
        report.CountBoilerplate(own.Source, leftOut);
        return own;
    }

    /// <summary>The file on disk that a path inside an archive belongs to.</summary>
    private static string RootOf(string path) => path.Split('!', 2)[0];

    private void Count(string file, Reading reading, WriteOutcome? outcome)
    {
        if (!tallies.TryGetValue(file, out var tally))
            tallies[file] = tally = new FileTally();
        tally.Count(reading, outcome);
        switch (reading)
        {
            case Reading.Read read:
                report.Count(read, outcome!.Value);
                break;
            case Reading.Rejected rejected:
                rejects.Write(rejected);
                report.Count(rejected);
                break;
            case Reading.PassedOver record:
                report.Count(record);
                break;
            default:
                throw new InvalidOperationException($"{reading.GetType()} cannot be counted.");
        }
    }

    private async Task CommitAsync()
    {
        rejects.Flush();
        var generation = await writer.CommitAsync(CancellationToken.None);
        manifest.Commit(generation.Number);
    }

    /// <summary>Readings that are written together.</summary>
    private sealed class Batch
    {
        private int characters;

        public List<(string File, Reading Reading)> Readings { get; } = [];

        /// <summary>Files that end with this batch, with their stamp of before they were read and the hash of what was read.</summary>
        public List<(string File, FileStamp? Stamp, string Hash)> Finished { get; } = [];

        /// <summary>Files that have not changed, with what they held.</summary>
        public List<(string File, FileTally Tally)> Skipped { get; } = [];

        public bool IsFull => Readings.Count >= BatchArticles || characters >= BatchCharacters;

        public void Add(string file, Reading reading)
        {
            Readings.Add((file, reading));
            characters += reading is Reading.Read read ? read.Article.Body.Length : 0;
        }
    }
}
