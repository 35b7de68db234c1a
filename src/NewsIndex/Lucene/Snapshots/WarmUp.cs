using Lucene.Net.Index;
using NewsIndex.Embeddings;
using NewsIndex.Lucene.Columns;
using NewsIndex.Lucene.Dictionaries;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;

namespace NewsIndex.Lucene.Snapshots;

/// <summary>
/// Makes what the first calls of a generation would otherwise wait for: the names, words and sources that are suggested and looked up, copies,
/// and the columns of segments. Not for two threads at once.
/// </summary>
/// <param name="stop">Looked at between the parts.</param>
internal sealed class WarmUp(TimeProvider clock, CancellationToken stop)
{
    /// <summary>A generation is shown when it is warm, or after so long: it has to be seen within a second of its commit.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    /// <summary>An index that grows every second is not to be read whole every second.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private long? begunAt;

    /// <summary>Done when nothing is read any more.</summary>
    public Task Reading { get; private set; } = Task.CompletedTask;

    /// <summary>Waits until the generation is warm, or has been long enough about it; not at all when the last one was so a moment ago.</summary>
    public void Before(IndexSnapshot next)
    {
        if (begunAt is { } last && clock.GetElapsedTime(last) < Every)
            return;
        begunAt = clock.GetTimestamp();
        next.TryAcquire();
        var reading = Task.Run(() =>
        {
            try
            {
                Read(next.Reader);
            }
            finally
            {
                next.Release();
            }
        });
        Reading = Task.WhenAll(Reading, reading);
        // What cannot be read now fails the call that needs it, which says why.
        Task.WaitAny([reading], Longest);
    }

    private void Read(IndexReader reader)
    {
        foreach (var segment in reader.Leaves.Select(leaf => leaf.AtomicReader).TakeWhile(_ => !stop.IsCancellationRequested))
        {
            var columns = SegmentColumns.Of(segment);
            _ = columns.IdOrdinals(segment);
            _ = columns.SortSeconds(segment);
            _ = MeaningColumn.Of(segment);
            _ = LanguageColumn.Of(segment);
        }

        _ = LanguageStatistics.Of(reader).AverageLength(IndexFields.Text, 0);
        _ = RelatedWords.Of("news");
        foreach (var make in (Action<IndexReader>[])[each => CopyColumn.Of(each), each => EntityDirectory.Of(each), each => WordDirectory.Of(each), each => SourceDirectory.Of(each)])
        {
            if (stop.IsCancellationRequested)
                return;
            make(reader);
        }
    }
}
