using System.Runtime.ExceptionServices;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Segments;

namespace NewsIndex.Lucene.Writing;

/// <summary>
/// Articles that are not in a segment yet: each thread collects its own and hands them to the index writer when it has enough.
/// </summary>
/// <remarks>
/// Threads that collect or hand over share <see cref="gate"/>; whoever deletes has it alone. So an article that is replaced is either in a
/// segment, where it is deleted before anything that replaces it is handed over, or it is handed over first.
/// </remarks>
/// <param name="maxBytes">Memory for all collectors.</param>
/// <param name="threads">Threads that collect at once.</param>
internal sealed class CollectedArticles(IndexWriter writer, long maxBytes, int threads) : IDisposable
{
    /// <summary>Those of the threads, and one for revisions.</summary>
    private readonly long maxBytesOfOne = maxBytes / (threads + 1);

    private readonly ReaderWriterLockSlim gate = new();
    private readonly Stack<Collector> idle = [];
    private readonly HashSet<string> replaced = new(StringComparer.Ordinal);

    /// <summary>True after a failure, which may have left a part of an article behind.</summary>
    private volatile bool isBroken;

    /// <summary>Adds an article or a revision. Called from several threads at once.</summary>
    /// <param name="id">Null for a revision, which is never replaced.</param>
    public void Add(string? id, Document document)
    {
        gate.EnterReadLock();
        try
        {
            Collect(id, document);
        }
        catch
        {
            isBroken = true;
            throw;
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>Adds an article in place of the one with its id.</summary>
    public void Replace(string id, Document document)
    {
        gate.EnterWriteLock();
        try
        {
            if (idle.Any(collector => collector.Ids.Contains(id)))
                HandOverAll();
            replaced.Add(id);
        }
        catch
        {
            isBroken = true;
            throw;
        }
        finally
        {
            gate.ExitWriteLock();
        }

        Add(id, document);
    }

    /// <summary>Hands all articles to the writer.</summary>
    /// <exception cref="InvalidOperationException">An article could not be added.</exception>
    public void Flush()
    {
        gate.EnterWriteLock();
        try
        {
            HandOverAll();
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    public void Dispose() => gate.Dispose();

    private void Collect(string? id, Document document)
    {
        var collector = Take();
        collector.Inverter.Add(document);
        if (id is not null)
            collector.Ids.Add(id);
        if (collector.Inverter.Bytes >= maxBytesOfOne)
            HandOver(collector);
        lock (idle)
            idle.Push(collector);
    }

    private Collector Take()
    {
        lock (idle)
        {
            if (idle.TryPop(out var collector))
                return collector;
        }

        return new Collector(writer);
    }

    private void HandOverAll()
    {
        if (isBroken)
            throw new InvalidOperationException("an article could not be added; expected all of them; open the index again");
        Delete();
        try
        {
            Parallel.ForEach(idle, HandOver);
        }
        catch (AggregateException e)
        {
            // As if one thread had written: the caller tells a full disk by the type.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    private void HandOver(Collector collector)
    {
        Delete();
        collector.HandOver();
    }

    /// <summary>Deletes what is replaced before what replaces it is there: the writer tells the two apart by nothing else.</summary>
    private void Delete()
    {
        lock (replaced)
        {
            if (replaced.Count == 0)
                return;
            writer.DeleteDocuments([.. replaced.Select(id => new Term(IndexFields.Id, id))]);
            writer.Flush(triggerMerge: false, applyAllDeletes: true);
            replaced.Clear();
        }
    }

    /// <summary>A segment that is collected.</summary>
    private sealed class Collector
    {
        private readonly IndexWriter writer;
        private readonly SegmentCollector segment = new();

        public Collector(IndexWriter writer)
        {
            this.writer = writer;
            Inverter = new DocumentInverter(segment, writer.Config.Similarity);
        }

        public DocumentInverter Inverter { get; }

        /// <summary>Ids of the articles.</summary>
        public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

        public void HandOver()
        {
            if (segment.Count == 0)
                return;
            writer.AddIndexes(new CollectedSegment(segment));
            writer.MaybeMerge();
            Inverter.Clear();
            Ids.Clear();
        }
    }
}
