using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsIndex.Analysis;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Intake;
using NewsIndex.Lucene.Documents;
using NewsIndex.Lucene.Schema;
using NewsIndex.Lucene.Scoring;
using NewsIndex.Lucene.Snapshots;
using NewsIndex.NearDuplicates;
using IOException = System.IO.IOException;

namespace NewsIndex.Lucene.Writing;

/// <summary>Writes articles to a folder. Batches are analysed on all cores; what becomes of each article is decided in order before.</summary>
internal sealed class LuceneArticleWriter : IArticleWriter
{
    /// <summary>A search looks up its words in each segment: from so many on, the smaller ones are put together at the end of a run.</summary>
    private const int ManySegments = 10, FewSegments = 4;

    private readonly NIOFSDirectory directory;
    private readonly IndexWriter writer;
    private readonly IndexLock indexLock;
    private readonly TimeProvider clock;
    private readonly int threads;
    private readonly long copySpan;
    private readonly string birth;
    private readonly string recogniser;
    private readonly Func<Article, IReadOnlyList<Mention>> recognise;

    /// <summary>What was written since the last commit; what was committed before is looked up in the index.</summary>
    private readonly PendingRecords uncommitted = new();
    private CopyGroups? groups;

    /// <summary>Every id of this run, as a hash: tells a duplicate from what an earlier run wrote.</summary>
    private readonly HashSet<ulong> seen = [];
    private CommittedArticles committed;
    private Generation generation;

    private LuceneArticleWriter(NIOFSDirectory directory, IndexWriter writer, IndexLock indexLock, IDictionary<string, string>? lastCommit, NewsIndexOptions options, Func<Article, IReadOnlyList<Mention>> recognise, TimeProvider clock)
    {
        (this.directory, this.writer, this.indexLock, this.recognise, this.clock) = (directory, writer, indexLock, recognise, clock);
        recogniser = options.Recogniser;
        copySpan = options.CopySpan;
        threads = options.WriteThreads == 0 ? Environment.ProcessorCount : options.WriteThreads;
        generation = lastCommit is null ? new Generation(0, 0) : CommitData.Read(lastCommit, options.Directory);
        birth = lastCommit is null ? CommitData.NewBirth() : CommitData.BirthOf(lastCommit);
        // An index is one from the first moment on: a run that is killed before its first articles leaves an empty one, and no debris.
        Committed = generation;
        if (lastCommit is null)
            Commit();
        committed = CommittedArticles.Open(directory);
    }

    /// <inheritdoc cref="NewsIndexServices.OpenWriter"/>
    public static LuceneArticleWriter Open(NewsIndexOptions options, TimeProvider clock, Func<Article, IReadOnlyList<Mention>> recognise)
    {
        RefuseForeignFolder(options.Directory);
        var indexLock = IndexLock.Take(options.Directory);
        var directory = CommitData.Open(options.Directory);
        try
        {
            var pins = new GenerationPins(options.Directory);
            pins.Read();
            var lastCommit = CommitData.ReadLatestData(directory);
            if (lastCommit is not null)
            {
                CommitData.Read(lastCommit, options.Directory);
                RefuseOtherRecogniser(lastCommit, options);
            }

            var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, NewsAnalyzer.Instance)
            {
                Similarity = Bm25.ForWriting,
                RAMBufferSizeMB = options.WriteBufferMegabytes,
                IndexDeletionPolicy = new PinnedCommits(pins),
            };
            return new LuceneArticleWriter(directory, new IndexWriter(directory, config), indexLock, lastCommit, options, recognise, clock);
        }
        catch (IndexUnavailableException)
        {
            directory.Dispose();
            indexLock.Dispose();
            throw;
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            directory.Dispose();
            indexLock.Dispose();
            throw new IndexUnavailableException($"the index in {options.Directory} cannot be opened ({e.Message}): run verify to see what is wrong", e);
        }
    }

    public string IndexIdentity => birth;

    public Generation Committed { get; private set; }

    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        var records = new byte[articles.Count][];
        Parallel.For(0, articles.Count, Parallelism(cancellationToken), i => records[i] = ArticleRecord.ToJson(articles[i]));

        var now = clock.GetUtcNow();
        var outcomes = new WriteOutcome[articles.Count];
        var places = new ArticlePlace[articles.Count];
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < articles.Count; i++)
        {
            outcomes[i] = Decide(articles[i].Id, records[i], out places[i]);
            if (outcomes[i] is WriteOutcome.New or WriteOutcome.Updated)
                last[articles[i].Id] = i;
        }

        AssignGroups(articles, last, places, cancellationToken);
        Parallel.ForEach(last.Values, Parallelism(cancellationToken), i =>
        {
            var document = ArticleToDocument.Translate(articles[i] with { Mentions = recognise(articles[i]) }, records[i], now, places[i]);
            if (places[i].Revision == 1)
                writer.AddDocument(document);
            else
                writer.UpdateDocument(new Term(IndexFields.Id, articles[i].Id), document);
        });
        return Task.FromResult<IReadOnlyList<WriteOutcome>>(outcomes);
    }

    /// <summary>In the order of the archive, since the first of a group names it; the costly part is done on all cores before.</summary>
    private void AssignGroups(IReadOnlyList<Article> articles, Dictionary<string, int> written, ArticlePlace[] places, CancellationToken cancellationToken)
    {
        if (written.Count == 0)
            return;
        var order = written.Values.Order().ToArray();
        var shingles = new ulong[order.Length][];
        var bands = new uint[order.Length][];
        Parallel.For(0, order.Length, Parallelism(cancellationToken), i =>
        {
            shingles[i] = TextShingles.Of(TextOf(articles[order[i]]));
            bands[i] = TextBands.Of(shingles[i]);
        });
        groups ??= KnownGroups();
        for (var i = 0; i < order.Length; i++)
        {
            var id = articles[order[i]].Id;
            var group = groups.Assign(id, shingles[i], bands[i], places[order[i]].Arrival.Number);
            places[order[i]] = places[order[i]] with { CopyGroup = group, Bands = group == id ? bands[i] : [] };
        }
    }

    private CopyGroups KnownGroups()
    {
        var known = new CopyGroups(id => RecordOf(id) is { } record ? TextOf(ArticleRecord.Read(record.Json)) : null, copySpan);
        foreach (var (id, bands, arrival) in committed.GroupFirsts(arrival => CopyGroups.IsForgotten(arrival, Committed.Number, copySpan)))
            known.AddKnown(id, bands, arrival);
        return known;
    }

    private StoredRecord? RecordOf(string id) => uncommitted.RecordOf(id, clock.GetUtcNow()) ?? committed.RecordOf(id);

    private static string TextOf(Article article) => ComparedText.Of(article.Headline, article.Body);

    public Task CompactAsync(CancellationToken cancellationToken)
    {
        if (uncommitted.Count == 0)
            return Task.CompletedTask;
        try
        {
            if (SegmentCount() > ManySegments)
                writer.ForceMerge(FewSegments);
        }
        catch (IOException)
        {
            // A disk that is too full to compact may have room for the commit, which says so if it has not.
        }

        return Task.CompletedTask;
    }

    private int SegmentCount()
    {
        using var reader = DirectoryReader.Open(writer, applyAllDeletes: false);
        return reader.Leaves.Count;
    }

    public Task<Generation> CommitAsync(CancellationToken cancellationToken)
    {
        if (uncommitted.Count > 0)
        {
            Commit();
            uncommitted.Clear();
            committed.Dispose();
            committed = CommittedArticles.Open(directory);
        }

        return Task.FromResult(generation);
    }

    /// <summary>Brings a finished index into one segment: the fastest to search, and the slowest to change.</summary>
    public static void Merge(string path)
    {
        using var indexLock = IndexLock.Take(path);
        using var directory = CommitData.Open(path);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, NewsAnalyzer.Instance)
        {
            Similarity = Bm25.ForWriting,
            IndexDeletionPolicy = new PinnedCommits(new GenerationPins(path))
        };
        using var writer = new IndexWriter(directory, config);
        writer.ForceMerge(1);
    }

    /// <summary>Lets merges finish. What was not committed is gone: half an archive is never committed by accident.</summary>
    public ValueTask DisposeAsync()
    {
        if (uncommitted.Count > 0)
            writer.Rollback();
        else
            writer.Dispose();
        committed.Dispose();
        uncommitted.Dispose();
        directory.Dispose();
        indexLock.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Commit()
    {
        writer.SetCommitData(CommitData.Write(generation, birth, recogniser));
        writer.Commit();
        Committed = generation;
    }

    private ParallelOptions Parallelism(CancellationToken cancellationToken) =>
        new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = threads };

    /// <summary>
    /// What becomes of an article. A text that the article had once before is no news: two archives that hold two versions of it would
    /// otherwise replace each other's on every run.
    /// </summary>
    private WriteOutcome Decide(string id, byte[] record, out ArticlePlace place)
    {
        var content = ContentKey.Of(record);
        var again = !seen.Add(IdHash.Of(id));
        var before = uncommitted.ContentOf(id) ?? committed.ContentOf(id);
        place = new ArticlePlace(1, generation, id, []);
        if (before == content || (before is not null && (uncommitted.HadBefore(id, content) || committed.HadBefore(id, content))))
            return again ? WriteOutcome.Duplicate : WriteOutcome.Unchanged;

        if (before is not null)
        {
            var replaced = RecordOf(id)!.Value;
            writer.AddDocument(RevisionDocument.Of(id, replaced));
            place = place with { Revision = replaced.Revision + 1 };
        }

        generation = new Generation(generation.Number + 1, unchecked(generation.Fingerprint + content - (before ?? 0)));
        place = place with { Arrival = generation };
        uncommitted.Add(id, content, record, place, before);
        return before is null ? WriteOutcome.New : WriteOutcome.Updated;
    }

    /// <summary>Counts of entities would mean one thing for older articles and another for newer ones.</summary>
    private static void RefuseOtherRecogniser(IDictionary<string, string> lastCommit, NewsIndexOptions options)
    {
        if (CommitData.RecogniserOf(lastCommit) is var before && before != options.Recogniser)
        {
            throw new IndexUnavailableException(
                $"the names in the index in {options.Directory} were found by the recogniser \"{before}\", and this run would use \"{options.Recogniser}\": "
                + (before.Split(' ')[0] == options.Recogniser.Split(' ')[0] ? "it has changed since; index into an empty folder" : $"go on with --recogniser {before.Split(' ')[0]}, or index into an empty folder"));
        }
    }

    /// <summary>An index may be made in a folder that is missing, empty or holds only what we put beside one.</summary>
    private static void RefuseForeignFolder(string path)
    {
        if (File.Exists(path))
            throw new IndexUnavailableException($"{path} is a file; expected a folder for the index");
        if (!System.IO.Directory.Exists(path) || System.IO.Directory.EnumerateFiles(path, "segments*").Any())
            return;
        var foreign = System.IO.Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName).FirstOrDefault(name => !IsOurs(name!));
        if (foreign is not null)
            throw new IndexUnavailableException($"{path} is not an index and holds other files ({foreign}): name an empty folder, or one that is not there yet, with --index");
    }

    /// <summary>Files of a first run that was killed before its first commit (_0.fdt and its like) are ours too.</summary>
    private static bool IsOurs(string name) =>
        name is "README.md" or "rejected.jsonl" or "files.jsonl" or "write.lock" or IndexLock.FileName or "pending_segments_1" || name.StartsWith('.') || name.StartsWith('_');
}
