using Lucene.Net.Index;
using Microsoft.Extensions.Logging;
using NewsIndex.Embeddings;
using NewsIndex.Generations;
using NewsIndex.Lucene.Codec;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Queries;
using NewsIndex.Tracing;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>
/// Preloads the data that the first calls of a generation need: dictionaries of names, words and sources, near-duplicate groups, segment
/// columns, and postings as far as the cache has room. Not thread-safe.
/// </summary>
/// <param name="stop">Checked between the parts.</param>
internal sealed class WarmUp(TimeProvider clock, ILogger logger, CancellationToken stop)
{
    /// <summary>Maximum delay before a generation serves, since it must be visible within a second of its commit.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMilliseconds(500);

    /// <summary>Minimum time between two warm-ups, for indexes with frequent commits.</summary>
    private static readonly TimeSpan MinInterval = TimeSpan.FromMinutes(1);

    private long? begunAt;

    /// <summary>Completes when no warm-up is running.</summary>
    public Task Reading { get; private set; } = Task.CompletedTask;

    /// <summary>
    /// Waits until the generation is warm, at most 500 ms; returns at once if the last warm-up began less than a minute ago.
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
            // Calls that need the data report the failure themselves, or succeed if it was temporary.
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
            _ = DateColumns.Of(segment).Days(segment);
            _ = ArticleOrder.Of(segment, HitOrder.Newest);
            _ = NearWords.Of(segment);
            _ = EmbeddingColumn.Of(segment);
            _ = LanguageColumn.Of(segment);
            _ = HeadlineColumn.Of(segment);
        }

        _ = LanguageStatistics.Of(reader).AverageLength(IndexFields.Text, 0);
        _ = WordVectors.Of("news");
        foreach (var make in (Action<IndexReader>[])[
            each => CopyColumn.Of(each), each => IndexedNames.DictionaryOf(each), each => WordDictionary.Of(each),
            each => SourceDictionary.Of(each)])
        {
            if (stop.IsCancellationRequested)
                return;
            make(reader);
        }

        foreach (var segment in SnapshotReader.Of(reader).Segments)
            (segment.Segment.Fields as BlockFields)?.Preload(stop);
    }
}
