using Lucene.Net.Index;
using Microsoft.Extensions.Logging;
using NewsIndex.Embeddings;
using NewsIndex.Generations;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Tracing;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>
/// Reads what the first calls of a generation would otherwise wait for: dictionaries of names, words and sources, near-duplicates and the
/// columns of segments. Not for two threads at once.
/// </summary>
/// <param name="stop">Looked at between the parts.</param>
internal sealed class WarmUp(TimeProvider clock, ILogger logger, CancellationToken stop)
{
    /// <summary>A generation is served when it is warm, or after this time: it has to be seen within a second of its commit.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMilliseconds(500);

    /// <summary>An index that grows every second is not to be read whole every second.</summary>
    private static readonly TimeSpan MinInterval = TimeSpan.FromMinutes(1);

    private long? begunAt;

    /// <summary>Completes when nothing is read any more.</summary>
    public Task Reading { get; private set; } = Task.CompletedTask;

    /// <summary>
    /// Waits until the generation is warm, at most half a second; returns at once when another one was warmed up less than a minute ago.
    /// </summary>
    public void Before(IndexSnapshot next)
    {
        if (begunAt is { } last && clock.GetElapsedTime(last) < MinInterval)
            return;
        begunAt = clock.GetTimestamp();
        next.TryAcquire();
        var reading = Task.Run(() => Read(next));
        Reading = Task.WhenAll(Reading, reading);
        if (Task.WaitAny([reading], MaxWait) < 0)
            logger.LogSlowWarmUp(next.Generation, MaxWait.TotalMilliseconds);
    }

    private void Read(IndexSnapshot snapshot)
    {
        using var span = IndexTrace.Start(IndexTrace.WarmUp)?.SetTag(IndexTrace.Generation, snapshot.Generation.ToString());
        try
        {
            Read(snapshot.Reader);
        }
        catch (Exception e)
        {
            // The call that needs it fails with the reason, or succeeds where the failure was of a moment.
            logger.LogWarmUpFailed(snapshot.Generation, e);
        }
        finally
        {
            snapshot.Release();
        }
    }

    private void Read(IndexReader reader)
    {
        foreach (var segment in reader.Leaves.Select(leaf => leaf.AtomicReader).TakeWhile(_ => !stop.IsCancellationRequested))
        {
            var columns = SegmentColumns.Of(segment);
            _ = columns.IdOrdinals(segment);
            _ = columns.SortSeconds(segment);
            _ = EmbeddingColumn.Of(segment);
            _ = LanguageColumn.Of(segment);
        }

        _ = LanguageStatistics.Of(reader).AverageLength(IndexFields.Text, 0);
        _ = RelatedWords.Of("news");
        foreach (var make in (Action<IndexReader>[])[each => CopyColumn.Of(each), each => IndexedNames.DictionaryOf(each), each => WordDictionary.Of(each), each => SourceDictionary.Of(each)])
        {
            if (stop.IsCancellationRequested)
                return;
            make(reader);
        }
    }
}
