using NewsIndex.Articles;
using NewsIndex.Embeddings;
using NewsIndex.Engines;
using NewsIndex.Entities;
using NewsIndex.Generations;
using NewsIndex.Words;

namespace NewsIndex.Intake;

/// <summary>
/// Articles on their way into an index: decide → copies → recognise → resolve → encode → store. The first two keep the order in which the
/// articles come and end before <see cref="WriteAsync"/> returns; the others run beside the next batch and end with the commit.
/// </summary>
internal sealed class ArticleIntake : IArticleWriter
{
    /// <summary>Words of a batch that are kept from the copies to the store: 16 MB. Those of other articles are found again.</summary>
    private const int MaxKeptWords = 1 << 20;

    private static readonly MentionResolver Resolver = new(AliasTable.Shipped, Institutions.Shipped);

    private readonly IArticleStore store;
    private readonly Func<Article, IReadOnlyList<Mention>> recognise;
    private readonly PassageEncoder? encoder;
    private readonly TimeProvider clock;
    private readonly int threads;
    private readonly ArticleDecisions decisions;
    private readonly DeletionLog deletions;
    private readonly long copySpan;
    private readonly PreparationQueue<DecidedArticle> queue;
    private CopyStage copies;
    private DateTimeOffset now;

    /// <param name="store">Disposed with the intake.</param>
    /// <param name="deletions">
    /// Deleted articles. One that the store still has was being deleted when the process ended: it is deleted now.
    /// </param>
    /// <param name="recognise">Finds the names of an article; called from several threads at once.</param>
    /// <param name="encoder">Null for an index without embeddings of passages.</param>
    public ArticleIntake(
        IArticleStore store, DeletionLog deletions, Func<Article, IReadOnlyList<Mention>> recognise, TimeProvider clock,
        IntakeOptions options, PassageEncoder? encoder = null)
    {
        (this.store, this.recognise, this.clock, threads, this.encoder) = (store, recognise, clock, options.Threads, encoder);
        (this.deletions, copySpan) = (deletions, options.CopySpan);
        decisions = new ArticleDecisions(store, deletions);
        copies = NewCopies();
        Remove([.. deletions.Ids]);
        queue = new PreparationQueue<DecidedArticle>(each => each.Incoming.Id, Prepare, threads);
    }

    public string IndexId => store.IndexId;

    public bool IsAwaited => store.IsAwaited;

    public Generation Committed => store.Committed;

    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        var parallelism = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var incoming = new IncomingArticle[articles.Count];
        Parallel.For(0, incoming.Length, parallelism, i => incoming[i] = IncomingArticle.Of(articles[i]));
        cancellationToken.ThrowIfCancellationRequested();
        now = clock.GetUtcNow();
        var decided = decisions.Decide(incoming, now);
        for (var i = 0; i < decided.Length; i++)
        {
            if (decided[i].Replaced is { } replaced)
                store.PutRevision(incoming[i].Id, replaced);
        }

        await queue.AddAsync(Group(incoming, decided, parallelism));
        return Array.ConvertAll(decided, decision => decision.Outcome);
    }

    public async Task<IReadOnlyList<bool>> DeleteAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        await CommitAsync(cancellationToken);
        List<(string Id, string? Source)> found =
            [.. ids.Distinct(StringComparer.Ordinal).Where(id => !deletions.Contains(id))
                .Select(id => (id, Record: store.ReadRecords([id])[0])).Where(each => each.Record is not null)
                .Select(each => (each.id, ArticleRecord.Read(each.Record!.Value.Json).Source))];
        // Recorded first: a process that is killed before the commit has deleted the articles when the index is next opened.
        deletions.Add(found, clock.GetUtcNow());
        Remove(found.ConvertAll(each => each.Id));
        return [.. ids.Select(deletions.Contains)];
    }

    public void Restore(IEnumerable<string> ids)
    {
        foreach (var id in ids)
            deletions.Restore(id);
    }

    public KnownArticle? Find(string id)
    {
        if (deletions.Contains(id))
            return new KnownArticle(deletions.SourceOf(id), IsDeleted: true);
        return decisions.RecordOf(id, now) is { } record
            ? new KnownArticle(ArticleRecord.Read(record.Json).Source, IsDeleted: false)
            : null;
    }

    public async Task CompactAsync(CancellationToken cancellationToken)
    {
        await queue.DrainAsync();
        if (decisions.HasChanges)
            store.Compact();
    }

    public async Task<Generation> CommitAsync(CancellationToken cancellationToken)
    {
        await queue.DrainAsync();
        deletions.Flush(clock.GetUtcNow());
        if (decisions.HasChanges)
        {
            store.Commit(decisions.Generation);
            decisions.Commit();
        }

        return decisions.Generation;
    }

    /// <summary>What was not committed is gone: half an archive is never committed by accident.</summary>
    public ValueTask DisposeAsync()
    {
        queue.Dispose();
        store.Dispose();
        decisions.Dispose();
        return ValueTask.CompletedTask;
    }

    private CopyStage NewCopies() => new(store, id => decisions.RecordOf(id, now), copySpan);

    /// <summary>Removes those of the articles that the last commit has, and commits.</summary>
    private void Remove(List<string> ids)
    {
        var contents = store.LookUp(ids);
        if (contents.All(content => content is null))
            return;
        for (var i = 0; i < contents.Length; i++)
        {
            if (contents[i] is { } content)
                store.Delete(ids[i], decisions.Delete(content));
        }

        store.Commit(decisions.Generation);
        // It knows the deleted articles as the first of their groups.
        copies = NewCopies();
    }

    /// <summary>Of two articles of a batch with one id, the later is written and the earlier is kept as a revision only.</summary>
    private List<DecidedArticle> Group(IncomingArticle[] incoming, Decision[] decided, ParallelOptions parallelism)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < decided.Length; i++)
        {
            if (decided[i].IsWritten)
                last[incoming[i].Id] = i;
        }

        if (last.Count == 0)
            return [];
        var written = last.Values.Order().ToArray();
        var (articles, texts) = (new IncomingArticle[written.Length], new ComparedArticle[written.Length]);
        Parallel.For(0, articles.Length, parallelism, i =>
        {
            // In one go: the words are near at hand right after they were found.
            var text = ArticleText.Of(incoming[written[i]].Article);
            (articles[i], texts[i]) = (incoming[written[i]] with { Text = text }, ComparedArticle.Of(text));
        });
        var states = copies.Assign(articles, texts, Array.ConvertAll(written, i => decided[i]));
        KeepFewWords(articles);
        return [.. articles.Zip(states, (article, state) => new DecidedArticle(article, state, now))];
    }

    private static void KeepFewWords(IncomingArticle[] articles)
    {
        var words = 0;
        for (var i = 0; i < articles.Length; i++)
        {
            words += articles[i].Text?.Count ?? 0;
            if (words > MaxKeptWords)
                articles[i] = articles[i] with { Text = null };
        }
    }

    private void Prepare(DecidedArticle decided)
    {
        var (incoming, state, indexedAt) = decided;
        store.Put(PreparedArticle.Of(incoming, recognise(incoming.Article), indexedAt, state, Resolver, encoder));
    }

    /// <summary>An article that will be written, and what was decided of it.</summary>
    private sealed record DecidedArticle(IncomingArticle Incoming, IndexedState State, DateTimeOffset IndexedAt);
}
