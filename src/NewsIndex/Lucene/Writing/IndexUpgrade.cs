using System.Collections.Concurrent;
using Lucene.Net.Index;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Intake;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Storage;
using NewsIndex.Results;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsIndex.Lucene.Writing;

/// <summary>
/// Rebuilds an index of an earlier format from its stored articles, in the same folder: the new commit replaces the old one atomically, and
/// the old one is deleted once the new one is verified. A process that is killed before leaves the index as it was.
/// </summary>
internal sealed class IndexUpgrade
{
    private readonly NewsIndexOptions options;
    private readonly CancellationToken cancellation;
    private long articles;
    private long revisions;
    private long relinked;
    private ulong fingerprint;

    private IndexUpgrade(NewsIndexOptions options, CancellationToken cancellation) =>
        (this.options, this.cancellation) = (options, cancellation);

    /// <param name="dropPins">Whether pins of other generations than the newest are removed, instead of refusing the upgrade.</param>
    /// <exception cref="IndexUnavailableException">There is no index that can be upgraded; it is as before.</exception>
    /// <exception cref="IndexLockedException">A writer has the index open.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the index is as before.</exception>
    public static UpgradedIndex Run(NewsIndexOptions options, bool dropPins, TimeProvider clock, CancellationToken cancellation)
    {
        var path = options.Directory;
        if (!System.IO.Directory.Exists(path))
            throw new IndexUnavailableException($"there is no index in {path}: name another folder with --index");
        using var indexLock = IndexLock.Take(path);
        using var held = CommitHolder.Hold(path, null);
        using var source = new HeldDirectory(held, cancellation);
        var data = IndexFiles.LatestCommitData(source)!;
        var recogniser = CommitData.RecogniserOf(data);
        var pins = new PinFile(path);
        if (held.Format == IndexFormat.Version)
        {
            CompleteKilled(path, pins, clock);
            return new UpgradedIndex(held.Format, held.Generation, 0, 0, 0, [], recogniser);
        }

        RefuseOtherFormats(held.Format, path);
        var lost = pins.Read().Where(pin => pin.Generation != held.Generation && !pin.IsExpiredAt(clock.GetUtcNow())).ToList();
        if (lost.Count > 0 && !dropPins)
            throw Refused(lost, path);

        var upgrade = new IndexUpgrade(options, cancellation);
        upgrade.Rebuild(source, held.Generation, CommitData.Write(held.Generation, held.IndexId, recogniser, CommitData.PassagesOf(data)));
        foreach (var pin in lost)
            pins.Remove(pin.Generation, pin.By);
        DeleteEarlier(path, pins, clock);
        return new UpgradedIndex(
            held.Format, held.Generation, upgrade.articles, upgrade.revisions, upgrade.relinked, lost, recogniser);
    }

    /// <summary>Completes an upgrade that was killed after its commit: the commit before is there still, and may be needed.</summary>
    private static void CompleteKilled(string path, PinFile pins, TimeProvider clock)
    {
        using (var directory = IndexFiles.Open(path))
        {
            if (IndexFiles.Commits(directory).All(commit => CommitData.TryReadGeneration(commit.UserData) is not null))
                return;
            RequireSound(path, directory);
        }

        DeleteEarlier(path, pins, clock);
    }

    /// <summary>Opening a writer deletes the commits that are neither the newest nor pinned in this format.</summary>
    private static void DeleteEarlier(string path, PinFile pins, TimeProvider clock)
    {
        using var directory = IndexFiles.Open(path);
        using var writer = new IndexWriter(directory, WriterConfig.Of(pins, clock));
    }

    private void Rebuild(LuceneDirectory source, Generation generation, Dictionary<string, string> data)
    {
        using var directory = IndexFiles.Open(options.Directory);
        var config = WriterConfig.Of(new PinFile(options.Directory), clock: null);
        (config.OpenMode, config.IndexDeletionPolicy) = (OpenMode.CREATE, NoDeletionPolicy.INSTANCE);
        using (var writer = new IndexWriter(directory, config))
        {
            try
            {
                Fill(writer, source);
                if (fingerprint != generation.Fingerprint)
                {
                    throw new IndexUnavailableException(
                        $"the articles of the index in {options.Directory} give the fingerprint {fingerprint:x16}, and the commit says "
                        + $"{generation}: the index is damaged; restore a snapshot, or index the archive again into an empty folder");
                }

                writer.SetCommitData(data);
                writer.Commit();
            }
            catch
            {
                writer.Rollback();
                throw;
            }
        }

        RequireSound(options.Directory, directory);
    }

    private static void RequireSound(string path, LuceneDirectory directory)
    {
        if (LuceneIndexCheck.Run(path, _ => { }, CancellationToken.None).Problems is [var problem, ..])
        {
            // The commit before is the newest again, and complete.
            File.Delete(Path.Combine(path, IndexFiles.Commits(directory)[^1].SegmentsFileName));
            throw new IndexUnavailableException($"the upgraded index was not sound, and the one before is kept: {problem}");
        }
    }

    private void Fill(IndexWriter writer, LuceneDirectory source)
    {
        var commit = new SegmentInfos();
        commit.Read(source);
        using var collected = new CollectedArticles(writer, (long)options.Storage.WriteBufferMegabytes << 20, options.Intake.Threads);
        foreach (var info in commit.Segments)
        {
            using var segment = new StoredSegment(info, source);
            // One thread reads and the others analyse.
            Parallel.ForEach(
                Partitioner.Create(Read(segment), EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = options.Intake.Threads, CancellationToken = cancellation },
                document => Add(collected, document));
        }

        collected.Flush();
    }

    private static IEnumerable<CarriedDocument> Read(StoredSegment segment)
    {
        for (var doc = 0; doc < segment.Count; doc++)
        {
            if (segment.IsLive(doc))
                yield return CarriedDocument.Read(segment, doc);
        }
    }

    private void Add(CollectedArticles collected, CarriedDocument document)
    {
        if (document.State is not { } state)
        {
            collected.Add(null, RevisionDocument.Of(ArticleRecord.Read(document.Record).Id, document.ToRecord()));
            Interlocked.Increment(ref revisions);
            return;
        }

        var article = CarriedArticle.Of(document.Record, document.IndexedAt, state, document.Mentions, document.Passages);
        if (article.Incoming.Content != document.Content)
        {
            throw new IndexUnavailableException(
                $"article {article.Id} does not hold the content that it was indexed with: the index is damaged; restore a snapshot, "
                + "or index the archive again into an empty folder");
        }

        if (!article.References.Where(entity => entity.IsResolved).ToHashSet().SetEquals(document.Entities))
            Interlocked.Increment(ref relinked);
        Interlocked.Increment(ref articles);
        Interlocked.Add(ref fingerprint, article.Incoming.Content);
        collected.Add(article.Id, ArticleToDocument.Translate(article));
    }

    private static void RefuseOtherFormats(int format, string path)
    {
        if (format > IndexFormat.Version)
        {
            throw new IndexUnavailableException(
                $"the index in {path} has format {format}, and this version writes format {IndexFormat.Version}: "
                + "use the version that made it");
        }

        if (format < IndexFormat.OldestUpgradable)
        {
            throw new IndexUnavailableException(
                $"the index in {path} has format {format}, and this version upgrades format {IndexFormat.OldestUpgradable} and later: "
                + "index the archive again into an empty folder");
        }
    }

    private static IndexUnavailableException Refused(List<GenerationPin> lost, string path)
    {
        var named = string.Join(", ", lost.Select(pin => $"{pin.Generation} by \"{pin.By}\"").Take(5));
        return new IndexUnavailableException(
            $"the index in {path} has {lost.Count} pins of earlier generations, which an upgrade cannot carry over ({named}): "
            + "keep a copy of the folder with the version that made it, and upgrade with --drop-pins");
    }
}
