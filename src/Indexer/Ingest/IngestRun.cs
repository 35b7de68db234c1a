using System.Threading.Channels;
using Indexer.Archives;
using NewsIndex;

namespace Indexer.Ingest;

/// <summary>
/// The whole flow: archive → article → index. Files are read on one thread while the writer analyses on the others; what was read is
/// committed every few seconds, so that a run that is killed has lost seconds, and the next one finds the rest unchanged.
/// </summary>
internal sealed class IngestRun(ArchiveFile archive, IArticleWriter writer, RejectLog rejects, ArticleDefaults defaults, TimeSpan commitEvery, TimeProvider clock)
{
    private const int BatchArticles = 512;
    private const int BatchCharacters = 4_000_000;
    private const int BatchesAhead = 4;

    private readonly IngestReport report = new();

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
        var batches = Channel.CreateBounded<List<Reading>>(BatchesAhead);
        var reading = Task.Run(() => ReadAsync(files, batches.Writer, abandon.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(CancellationToken.None))
            {
                await WriteAsync(batch);
                report.Elapsed = clock.GetElapsedTime(begun);
                Progress(report);
                if (clock.GetElapsedTime(lastCommit) < commitEvery)
                    continue;
                await CommitAsync();
                lastCommit = clock.GetTimestamp();
            }

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

    private async Task ReadAsync(IEnumerable<string> files, ChannelWriter<List<Reading>> batches, CancellationToken cancellationToken)
    {
        try
        {
            var batch = new List<Reading>();
            var characters = 0;
            foreach (var file in files)
            {
                rejects.BeginFile(file);
                report.Bytes += File.Exists(file) ? new FileInfo(file).Length : 0;
                foreach (var reading in archive.Read(file))
                {
                    batch.Add(reading);
                    characters += reading is Reading.Read read ? read.Article.Body.Length : 0;
                    if (batch.Count < BatchArticles && characters < BatchCharacters)
                        continue;
                    await batches.WriteAsync(batch, cancellationToken);
                    (batch, characters) = ([], 0);
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

    private async Task WriteAsync(List<Reading> batch)
    {
        foreach (var rejected in batch.OfType<Reading.Rejected>())
        {
            rejects.Write(rejected);
            report.Count(rejected);
        }

        foreach (var record in batch.OfType<Reading.PassedOver>())
            report.Count(record);

        List<Reading.Read> read = [.. batch.OfType<Reading.Read>()];
        // Not to be cancelled: half a batch could neither be committed nor taken back.
        var outcomes = await writer.WriteAsync([.. read.AsParallel().AsOrdered().Select(each => defaults.Complete(each.Article))], CancellationToken.None);
        for (var i = 0; i < read.Count; i++)
            report.Count(read[i], outcomes[i]);
    }

    private async Task CommitAsync()
    {
        rejects.Flush();
        await writer.CommitAsync(CancellationToken.None);
    }
}
