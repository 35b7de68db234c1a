using Lucene.Net.Index;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Intake;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.Lucene.Storage;
using NewsIndex.Tracing;
using IOException = System.IO.IOException;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsIndex.Lucene.Writing;

/// <summary>Stores articles in a Lucene index in a folder.</summary>
internal sealed class LuceneArticleStore : IArticleStore
{
    private readonly LuceneDirectory directory;
    private readonly IndexWriter writer;
    private readonly CollectedArticles collected;
    private readonly IndexLock indexLock;
    private readonly string directoryPath;
    private readonly string indexId;
    private readonly string recogniser;
    private readonly string passages;
    private CommittedArticles committed;

    /// <summary>True if there are uncommitted changes.</summary>
    private volatile bool isChanged;

    private LuceneArticleStore(
        LuceneDirectory directory,
        IndexWriter writer,
        IndexLock indexLock,
        IDictionary<string, string>? lastCommit,
        NewsIndexOptions options,
        string passages)
    {
        (this.directory, this.writer, this.indexLock, this.passages) = (directory, writer, indexLock, passages);
        directoryPath = options.Directory;
        recogniser = options.Intake.Recogniser;
        collected = new CollectedArticles(writer, (long)options.Storage.WriteBufferMegabytes << 20, options.Intake.Threads);
        Committed = lastCommit is null ? new Generation(0, 0) : CommitData.Read(lastCommit, options.Directory);
        indexId = lastCommit is null ? CommitData.NewIndexId() : CommitData.IndexIdOf(lastCommit);
        // Commits at once, so that a run that is killed early leaves an empty index instead of files of no index.
        if (lastCommit is null)
            WriteCommit(Committed);
        committed = CommittedArticles.Open(directory);
    }

    /// <summary>Opens an index for writing; creates one if the folder is missing or empty.</summary>
    /// <param name="clock">Tells which pins have expired.</param>
    /// <param name="passages">Identity of the encoder of passages; <see cref="PassageEncoder.None"/> for an index without them.</param>
    /// <param name="patience">How long to wait for another writer.</param>
    /// <param name="open">Opens the folder; null for <see cref="IndexFiles.Open"/>.</param>
    /// <exception cref="IndexLockedException">Another writer has it open.</exception>
    /// <exception cref="IndexUnavailableException">
    /// The folder holds other files, or an index of another format, another recogniser or another encoder of passages.
    /// </exception>
    public static LuceneArticleStore Open(
        NewsIndexOptions options, TimeProvider clock, string passages = PassageEncoder.None, TimeSpan patience = default,
        Func<string, LuceneDirectory>? open = null)
    {
        RefuseForeignFolder(options.Directory);
        var indexLock = IndexLock.Take(options.Directory, patience);
        var directory = (open ?? IndexFiles.Open)(options.Directory);
        try
        {
            var pins = new PinFile(options.Directory);
            pins.Read();
            var lastCommit = IndexFiles.LatestCommitData(directory);
            if (lastCommit is not null)
            {
                CommitData.Read(lastCommit, options.Directory);
                RefuseOtherRecogniser(lastCommit, options);
                RefuseOtherPassages(CommitData.PassagesOf(lastCommit), passages, options.Directory);
            }

            return Begin(directory, new IndexWriter(directory, WriterConfig.Of(pins, clock)), indexLock, lastCommit, options, passages);
        }
        catch (IndexUnavailableException)
        {
            directory.Dispose();
            indexLock.Dispose();
            throw;
        }
        catch (Exception e) when (e is IOException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            directory.Dispose();
            indexLock.Dispose();
            throw Unreadable(options.Directory, e);
        }
    }

    private static IndexUnavailableException Unreadable(string path, Exception failure) =>
        new($"the index in {path} cannot be opened ({failure.Message}): run verify for details", failure);

    private static LuceneArticleStore Begin(
        LuceneDirectory directory, IndexWriter writer, IndexLock indexLock, IDictionary<string, string>? lastCommit,
        NewsIndexOptions options, string passages)
    {
        try
        {
            return new LuceneArticleStore(directory, writer, indexLock, lastCommit, options, passages);
        }
        catch
        {
            // Its lock would keep this process from ever opening the index again.
            writer.Rollback();
            throw;
        }
    }

    public string IndexId => indexId;

    public bool IsAwaited => indexLock.IsAwaited;

    public Generation Committed { get; private set; }

    public ulong?[] LookUp(IReadOnlyList<string> ids) => committed.ContentOf(ids);

    public bool[] WereReplaced(IReadOnlyList<TextVersion> texts) => [.. texts.Select(committed.WasReplaced)];

    public StoredRecord?[] ReadRecords(IReadOnlyList<string> ids) => [.. ids.Select(committed.RecordOf)];

    public IEnumerable<CopyGroupFirst> ReadCopyGroups(long earliest) => committed.CopyGroups(earliest);

    public void Put(PreparedArticle article)
    {
        var document = ArticleToDocument.Translate(article);
        if (article.State.Revision == 1)
            collected.Add(article.Id, document);
        else
            collected.Replace(article.Id, document);
        isChanged = true;
    }

    public void PutRevision(string id, StoredRecord replaced)
    {
        collected.Add(null, RevisionDocument.Of(id, replaced));
        isChanged = true;
    }

    public void Delete(string id, Generation arrival)
    {
        // Each text of an article says which generation it made; without them, the index would not know its own past.
        foreach (var made in committed.ArrivalsOf(id).Append(arrival))
            writer.AddDocument(PassedGenerationDocument.Of(made));
        writer.DeleteDocuments(new Term(IndexFields.Id, id), new Term(IndexFields.RevisionOf, id));
        isChanged = true;
    }

    public void Compact()
    {
        try
        {
            collected.Flush();
            Compaction.Run(writer);
            // Those that are under way belong to the commit that follows.
            writer.WaitForMerges();
        }
        catch (IOException)
        {
            // A disk without room for the merge may have room for the commit, which reports a full disk itself.
            MergesOf(writer).Sync();
        }

        RefuseDamage();
    }

    public void Commit(Generation generation)
    {
        RefuseDamage();
        collected.Flush();
        WriteCommit(generation);
        committed.Dispose();
        committed = CommittedArticles.Open(directory);
    }

    /// <remarks>Ends merges that the last commit has begun, so that the next writer need not begin them anew.</remarks>
    public void Dispose()
    {
        try
        {
            Close();
        }
        finally
        {
            collected.Dispose();
            committed.Dispose();
            directory.Dispose();
            indexLock.Dispose();
        }
    }

    private void Close()
    {
        if (isChanged)
        {
            writer.Rollback();
            return;
        }

        try
        {
            writer.WaitForMerges();
            if (writer.MaxDoc != committed.Count)
                CommitMerged();
            writer.Dispose();
        }
        catch (IOException)
        {
            // A disk without room for a merge, or damage that the next merge finds again: the last commit stays.
            writer.Rollback();
        }
    }

    /// <summary>
    /// Commits merges that have left out deleted documents. These count in the statistics of words until then, so scores are others, and
    /// the generation is another as well: one generation names one state.
    /// </summary>
    private void CommitMerged()
    {
        var merged = Committed with { Number = Committed.Number + 1 };
        writer.AddDocument(PassedGenerationDocument.Of(merged));
        WriteCommit(merged);
        // The new segment may have begun another merge.
        writer.Rollback();
    }

    /// <summary>Fails if a merge has found damage: an index that grows over it would be searched as if it were whole.</summary>
    private void RefuseDamage()
    {
        if (MergesOf(writer).Damage is { } damage)
            throw Damaged(directoryPath, damage);
    }

    private static WatchedMerges MergesOf(IndexWriter writer) => (WatchedMerges)writer.Config.MergeScheduler;

    private static IndexUnavailableException Damaged(string path, Exception damage) => new(
        $"the index in {path} is damaged ({damage.Message}), and nothing was written: run verify for details, and restore a snapshot or "
        + "index the archive again into an empty folder", damage);

    private void WriteCommit(Generation generation)
    {
        using var span = IndexTrace.Start(IndexTrace.Commit)?.SetTag(IndexTrace.Generation, generation.ToString());
        writer.SetCommitData(CommitData.Write(generation, indexId, recogniser, passages));
        writer.Commit();
        Committed = generation;
        isChanged = false;
    }

    /// <summary>Merges a finished index into one segment, the fastest form to search.</summary>
    /// <exception cref="IndexUnavailableException">It cannot be read; it is as before.</exception>
    public static void Merge(NewsIndexOptions options)
    {
        using var indexLock = IndexLock.Take(options.Directory);
        using var directory = IndexFiles.Open(options.Directory);
        using var writer = OpenToMerge(directory, options.Directory);
        try
        {
            Merge(writer, IndexFiles.LatestCommitData(directory), options.Directory);
        }
        catch
        {
            var merges = MergesOf(writer);
            merges.Sync();
            // Disposing would commit what there is, and keep the lock where that fails.
            writer.Rollback();
            if (merges.Damage is { } damage)
                throw Damaged(options.Directory, damage);
            throw;
        }
    }

    private static IndexWriter OpenToMerge(LuceneDirectory directory, string path)
    {
        try
        {
            return new IndexWriter(directory, WriterConfig.Of(new PinFile(path), clock: null));
        }
        catch (IOException e)
        {
            throw Unreadable(path, e);
        }
    }

    private static void Merge(IndexWriter writer, IDictionary<string, string>? data, string path)
    {
        if (writer.HasDeletions() && data is not null)
        {
            // Scores change with the deleted documents that go.
            var before = CommitData.Read(data, path);
            var merged = before with { Number = before.Number + 1 };
            writer.AddDocument(PassedGenerationDocument.Of(merged));
            writer.SetCommitData(CommitData.Write(
                merged, CommitData.IndexIdOf(data), CommitData.RecogniserOf(data), CommitData.PassagesOf(data)));
        }

        writer.ForceMerge(1);
    }

    /// <summary>Fails for another recogniser, because entity counts of older and newer articles would not be comparable.</summary>
    private static void RefuseOtherRecogniser(IDictionary<string, string> lastCommit, NewsIndexOptions options)
    {
        if (CommitData.RecogniserOf(lastCommit) is var before && before == options.Intake.Recogniser)
            return;
        var kind = before.Split(' ')[0];
        var remedy = kind == options.Intake.Recogniser.Split(' ')[0]
            ? "it has changed since; index into an empty folder"
            : $"continue with --recogniser {kind}, or index into an empty folder";
        throw new IndexUnavailableException(
            $"the names in the index in {options.Directory} were found by the recogniser \"{before}\", "
            + $"and this run would use \"{options.Intake.Recogniser}\": {remedy}");
    }

    /// <summary>Fails for another encoder of passages, because articles with and without embeddings could not be ranked together.</summary>
    private static void RefuseOtherPassages(string before, string now, string path)
    {
        if (before == now)
            return;
        throw new IndexUnavailableException((before, now) switch
        {
            (PassageEncoder.None, _) => $"the index in {path} has no embeddings of passages, and this run would add them: "
                + "continue without --passages, or index into an empty folder",
            (_, PassageEncoder.None) => $"the index in {path} has embeddings of passages, and this run would add articles without them: "
                + "continue with --passages, or index into an empty folder",
            _ => $"the passages of the index in {path} were encoded by \"{before}\", and this run would use \"{now}\": "
                + "the encoder has changed since; index into an empty folder",
        });
    }

    /// <summary>Accepts a folder that is missing, empty, an index, or holds only files that belong beside an index.</summary>
    /// <exception cref="IndexUnavailableException">The path is a file, or the folder holds other files.</exception>
    private static void RefuseForeignFolder(string path)
    {
        if (File.Exists(path))
            throw new IndexUnavailableException($"{path} is a file; expected a folder for the index");
        if (!System.IO.Directory.Exists(path) || System.IO.Directory.EnumerateFiles(path, "segments*").Any())
            return;
        var names = System.IO.Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry));
        if (names.FirstOrDefault(name => !IsOurs(name)) is { } foreign)
        {
            throw new IndexUnavailableException(
                $"{path} is not an index and holds other files ({foreign}): "
                + "choose an empty or new folder with --index");
        }
    }

    /// <summary>Includes files of a first run that was killed before its first commit, such as _0.fdt.</summary>
    private static bool IsOurs(string name) =>
        name is "README.md" or "rejected.jsonl" or "files.jsonl" or "write.lock" or IndexLock.FileName or "pending_segments_1"
        || name.StartsWith('.') || name.StartsWith('_');
}
