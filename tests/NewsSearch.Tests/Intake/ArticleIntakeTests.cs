using System.Collections.Concurrent;
using CsCheck;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Intake;
using NewsSearch.Tests.Embeddings;

namespace NewsSearch.Tests.Intake;

/// <summary>The writing port over a store in memory.</summary>
public sealed class ArticleIntakeTests : IAsyncDisposable
{
    private readonly MemoryArticleStore store = new();
    private readonly ArticleIntake intake;

    public ArticleIntakeTests() => intake = Open(store);

    public ValueTask DisposeAsync() => intake.DisposeAsync();

    [Fact]
    public async Task What_was_written_is_stored_with_its_record_state_and_time()
    {
        await WriteAsync(intake, "a:one b:two");
        await intake.CommitAsync(CancellationToken.None);
        var stored = store.Articles["a"];
        Assert.Equal("one", ArticleRecord.Read(stored.Incoming.Record).Body);
        Assert.Equal((1, 1L, "a"), (stored.State.Revision, stored.State.Arrival.Number, stored.State.CopyGroup));
        Assert.Equal(IntakeArticles.Now, stored.IndexedAt);
        Assert.Equal(2, store.Articles.Count);
    }

    [Fact]
    public async Task Names_are_recognised_and_resolved_before_an_article_is_stored()
    {
        var memory = new MemoryArticleStore();
        await using var naming = Open(memory, article => [new Mention(EntityType.Place, "Oslo", MentionZone.Body, 0, 4)]);
        var given = new NamedEntity("James Baker", EntityType.Person);
        await naming.WriteAsync([IntakeArticles.Article("a", "Oslo waits") with { Entities = [given] }], CancellationToken.None);
        await naming.CommitAsync(CancellationToken.None);
        var stored = memory.Articles["a"];
        Assert.Equal("Oslo", Assert.Single(stored.Article.Mentions).Name);
        Assert.Equal([EntityType.Place, EntityType.Person], stored.References.Select(each => each.Type));
        // Mentions are no part of the record: an article is the same with another recogniser.
        Assert.Equal(IncomingArticle.Of(stored.Article with { Mentions = [] }).Content, stored.Incoming.Content);
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("en-GB", true)]
    [InlineData("fi", false)]
    [InlineData(null, false)]
    public async Task Articles_are_stored_with_their_number_of_words_and_English_ones_with_an_embedding(string? language, bool isEmbedded)
    {
        var article = new Article { Id = "a", Headline = "Harbour closed", Body = "The ship's crew is safe.", Language = language };
        await intake.WriteAsync([article], CancellationToken.None);
        await intake.CommitAsync(CancellationToken.None);
        Assert.Equal(7, store.Articles["a"].Words);
        Assert.Equal(isEmbedded, store.Articles["a"].Embedding is not null);
    }

    [Theory]
    [InlineData("en", true, 2)]
    [InlineData("fi", true, 0)]
    [InlineData("en", false, 0)]
    public async Task English_articles_are_stored_with_a_row_for_each_passage(string language, bool hasEncoder, int passages)
    {
        var memory = new MemoryArticleStore();
        await using var writing = new ArticleIntake(
            memory, DeletionLog.InMemory(), _ => [], new FixedClock(), new IntakeOptions(),
            hasEncoder ? CountingEncoder.Named("counting") : null);
        var body = string.Join(' ', Enumerable.Repeat("harbour", 150));
        await writing.WriteAsync([new Article { Id = "a", Headline = "storm", Body = body, Language = language }], CancellationToken.None);
        await writing.CommitAsync(CancellationToken.None);
        var rows = memory.Articles["a"].Passages?.Chunk(128).ToList() ?? [];
        Assert.Equal(passages, rows.Count);
        // The headline is part of the first.
        Assert.Equal(passages > 0 ? 2 : 0, rows.FirstOrDefault()?.Count(each => each != 0) ?? 0);
        Assert.Equal(passages > 0 ? 1 : 0, rows.LastOrDefault()?.Count(each => each != 0) ?? 0);
    }

    [Fact]
    public async Task Names_are_looked_for_in_what_is_written_and_nothing_else()
    {
        var read = new ConcurrentQueue<string>();
        await using var naming = Open(new MemoryArticleStore(), Recognise);
        await WriteAsync(naming, "a:1 a:2 b:1");
        await WriteAsync(naming, "a:2 b:1 a:1");
        await naming.CommitAsync(CancellationToken.None);
        Assert.Equal(["1 of b", "2 of a"], read.Order());

        IReadOnlyList<Mention> Recognise(Article article)
        {
            read.Enqueue($"{article.Body} of {article.Id}");
            return [];
        }
    }

    [Fact]
    public async Task Of_two_texts_in_a_batch_the_later_is_stored_and_the_earlier_kept_as_a_revision()
    {
        await WriteAsync(intake, "a:1 a:2 a:3");
        await intake.CommitAsync(CancellationToken.None);
        Assert.Equal(("3", 3), (store.Articles["a"].Article.Body, store.Articles["a"].State.Revision));
        Assert.Equal(["1", "2"], store.Revisions.Select(revision => IntakeArticles.BodyOf(revision.Text)));
    }

    [Fact]
    public async Task Texts_of_one_article_in_batches_that_follow_each_other_are_stored_in_their_order()
    {
        for (var text = 1; text <= 50; text++)
            await WriteAsync(intake, $"a:{text} b{text}:1");
        await intake.CommitAsync(CancellationToken.None);
        Assert.Equal(("50", 50), (store.Articles["a"].Article.Body, store.Articles["a"].State.Revision));
        Assert.Equal(Enumerable.Range(1, 49).Select(text => $"{text}"), store.Revisions.Select(each => IntakeArticles.BodyOf(each.Text)));
    }

    [Fact]
    public async Task Outcomes_are_known_before_the_articles_are_stored()
    {
        using var gate = new ManualResetEventSlim();
        var memory = new MemoryArticleStore { Putting = _ => gate.Wait() };
        await using var slow = Open(memory);
        Assert.Equal([WriteOutcome.New], await WriteAsync(slow, "a:1"));
        Assert.Equal([WriteOutcome.Duplicate], await WriteAsync(slow, "a:1"));
        var commit = slow.CommitAsync(CancellationToken.None);
        Assert.False(commit.IsCompleted);
        Assert.Empty(memory.Articles);
        gate.Set();
        Assert.Equal(1, (await commit).Number);
        Assert.Single(memory.Articles);
    }

    [Fact]
    public async Task A_commit_without_changes_is_none()
    {
        Assert.Equal(default, await intake.CommitAsync(CancellationToken.None));
        await WriteAsync(intake, "a:1");
        var generation = await intake.CommitAsync(CancellationToken.None);
        await WriteAsync(intake, "a:1");
        Assert.Equal(generation, await intake.CommitAsync(CancellationToken.None));
        Assert.Equal((1, generation), (store.Commits, intake.Committed));
    }

    [Fact]
    public async Task Only_what_was_written_is_compacted()
    {
        await intake.CompactAsync(CancellationToken.None);
        Assert.Equal(0, store.Compactions);
        await WriteAsync(intake, "a:1");
        await intake.CompactAsync(CancellationToken.None);
        Assert.Equal(1, store.Compactions);
    }

    [Fact]
    public async Task What_was_not_committed_is_gone()
    {
        var memory = new MemoryArticleStore();
        await using (var first = Open(memory))
        {
            await WriteAsync(first, "a:1");
            await first.CommitAsync(CancellationToken.None);
            await WriteAsync(first, "a:2 b:1");
        }

        Assert.True(memory.IsDisposed);
        Assert.Equal(["1"], memory.Articles.Values.Select(article => article.Article.Body));
    }

    [Fact]
    public async Task A_store_that_fails_ends_the_run_and_commits_nothing()
    {
        var memory = new MemoryArticleStore { Putting = article => Refuse(article.Id) };
        await using var failing = Open(memory);
        await WriteAsync(failing, "a:1 full:1 b:1");
        await Assert.ThrowsAsync<IOException>(() => failing.CommitAsync(CancellationToken.None));
        await Assert.ThrowsAsync<IOException>(() => failing.CommitAsync(CancellationToken.None));
        await Assert.ThrowsAsync<IOException>(() => WriteAsync(failing, "c:1"));
        Assert.Equal(0, memory.Commits);

        static void Refuse(string id)
        {
            if (id == "full")
                throw new IOException("disk full");
        }
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_it_decides_leaves_no_trace()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => intake.WriteAsync([IntakeArticles.Article("a", "1")], cancelled.Token));
        Assert.Equal([WriteOutcome.New], await WriteAsync(intake, "a:1"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Any_number_of_threads_gives_the_same_index(int threads)
    {
        var articles = Enumerable.Range(0, 400).Select(i => IntakeArticles.Article($"{i % 350}", Text(i % 40))).ToList();
        var (one, other) = (await IndexedAsync(articles, 1), await IndexedAsync(articles, threads));
        Assert.Equal(one.Committed, other.Committed);
        Assert.Equal(Groups(one), Groups(other));

        static string Text(int kind) => string.Join(' ', Enumerable.Range(0, 12).Select(word => $"w{word * kind}"));

        static IEnumerable<(string Id, string, long)> Groups(MemoryArticleStore memory) => memory.Articles.Values
            .Select(article => (article.Id, article.State.CopyGroup, article.State.Arrival.Number))
            .OrderBy(each => each.Id, StringComparer.Ordinal);
    }

    /// <summary>Any articles in any batches, committed anywhere, begun anew anywhere: as the rules over whole texts say.</summary>
    [Fact]
    public async Task Any_run_leaves_the_articles_outcomes_and_generation_of_a_simple_model()
    {
        var steps = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 9]).Array[0, 60];
        await steps.SampleAsync(async run =>
        {
            var memory = new MemoryArticleStore();
            var model = new IntakeModel();
            var writing = Open(memory);
            var batch = new List<Article>();
            foreach (var (id, text, then) in run.Append((0, 0, 9)))
            {
                batch.Add(IntakeArticles.Article($"{id}", $"text {text}"));
                if (then < 4)
                    continue;
                var expected = batch.ConvertAll(article => model.Write(article).Outcome);
                Assert.Equal(expected, await writing.WriteAsync(batch, CancellationToken.None));
                batch.Clear();
                if (then < 7)
                    continue;
                Assert.Equal(model.Generation, await writing.CommitAsync(CancellationToken.None));
                Assert.Equal(model.Texts, memory.Articles.ToDictionary(pair => pair.Key, pair => pair.Value.Article.Body));
                if (then < 9)
                    continue;
                await writing.DisposeAsync();
                writing = Open(memory);
                model.BeginRun();
            }

            Assert.Equal(model.Replaced.Order(), memory.Revisions.Select(each => $"{each.Id} {IntakeArticles.BodyOf(each.Text)}").Order());
            await writing.DisposeAsync();
        }, iter: 60);
    }

    private static async Task<MemoryArticleStore> IndexedAsync(List<Article> articles, int threads)
    {
        var memory = new MemoryArticleStore();
        await using var writing = Open(memory, threads: threads);
        foreach (var batch in articles.Chunk(64))
            await writing.WriteAsync(batch, CancellationToken.None);
        await writing.CommitAsync(CancellationToken.None);
        return memory;
    }

    private static Task<IReadOnlyList<WriteOutcome>> WriteAsync(ArticleIntake writing, string articles) =>
        writing.WriteAsync(IntakeArticles.Articles(articles), CancellationToken.None);

    private static ArticleIntake Open(
        MemoryArticleStore memory, Func<Article, IReadOnlyList<Mention>>? recognise = null, int threads = 2) =>
        new(
            memory, DeletionLog.InMemory(), recognise ?? (_ => []), new FixedClock(),
            new IntakeOptions { WriteThreads = threads, CopySpan = 1000 });

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => IntakeArticles.Now;
    }
}
