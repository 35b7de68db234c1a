using Lucene.Net.Index;
using NewsIndex.Meaning;

namespace NewsIndex.Lucene;

/// <summary>Makes what the first calls of a generation would otherwise wait for: the names, words and sources that are suggested and looked up, copies, and the columns of segments.</summary>
internal static class WarmUp
{
    /// <param name="stop">Looked at between the parts.</param>
    public static void Run(IndexReader reader, CancellationToken stop)
    {
        foreach (var segment in reader.Leaves.Select(leaf => leaf.AtomicReader).TakeWhile(_ => !stop.IsCancellationRequested))
        {
            var columns = SegmentColumns.Of(segment);
            _ = columns.IdOrdinals(segment);
            _ = columns.SortSeconds(segment);
            _ = MeaningColumn.Of(segment);
        }

        _ = RelatedWords.Of("news");
        foreach (var make in (Action<IndexReader>[])[each => CopyColumn.Of(each), each => EntityDirectory.Of(each), each => WordDirectory.Of(each), each => SourceDirectory.Of(each)])
        {
            if (stop.IsCancellationRequested)
                return;
            make(reader);
        }
    }
}
