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
    private readonly CopyStage copies;
    private readonly PreparationQueue<DecidedArticle> queue;
    private DateTimeOffset now;

    /// <param name="store">Disposed with the intake.</param>
    /// <param name="recognise">Finds the names of an article; called from several threads at once.</param>
    /// <param name="encoder">Null for an index without embeddings of passages.</param>
    public ArticleIntake(
        IArticleStore store, Func<Article, IReadOnlyList<Mention>> recognise, TimeProvider clock, IntakeOptions options,
        PassageEncoder? encoder = null)
    {
        (this.store, this.recognise, this.clock, threads, this.encoder) = (store, recognise, clock, options.Threads, encoder);
        decisions = new ArticleDecisions(store);
        copies = new CopyStage(store, id => decisions.RecordOf(id, now), options.CopySpan);
        queue = new PreparationQueue<DecidedArticle>(each => each.Incoming.Id, Prepare, threads);
    }

    public string IndexId => store.IndexId;

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

    public async Task CompactAsync(CancellationToken cancellationToken)
    {
        await queue.DrainAsync();
        if (decisions.HasChanges)
            store.Compact();
    }

    public async Task<Generation> CommitAsync(CancellationToken cancellationToken)
    {
        await queue.DrainAsync();
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
        var articles = new IncomingArticle[written.Length];
        Parallel.For(0, articles.Length, parallelism, i => articles[i] = incoming[written[i]] with
        {
            Text = ArticleText.Of(incoming[written[i]].Article),
        });
        var states = copies.Assign(articles, Array.ConvertAll(written, i => decided[i]), parallelism);
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
