using CsCheck;
using NewsIndex.Articles;
using NewsIndex.Engines;
using NewsIndex.Generations;
using NewsIndex.Intake;

namespace NewsSearch.Tests.Intake;

/// <summary>What becomes of an article, by what the index and the run have had of it.</summary>
public sealed class ArticleDecisionsTests : IDisposable
{
    private readonly MemoryArticleStore store = new();
    private ArticleDecisions decisions;

    public ArticleDecisionsTests() => decisions = new ArticleDecisions(store, DeletionLog.InMemory());

    public void Dispose()
    {
        decisions.Dispose();
        store.Dispose();
    }

    /// <summary>Batches are parted by /, commits by |, and runs by ||; the outcomes are of all articles in order.</summary>
    [Theory]
    [InlineData("a:1", "N")]
    [InlineData("a:1 b:1", "N N")]
    [InlineData("a:1 a:1", "N D")]
    [InlineData("a:1 / a:1", "N D")]
    [InlineData("a:1 | a:1", "N D")]
    [InlineData("a:1 || a:1", "N U")]
    [InlineData("a:1 || a:1 a:1", "N U D")]
    [InlineData("a:1 a:2", "N C")]
    [InlineData("a:1 / a:2", "N C")]
    [InlineData("a:1 | a:2", "N C")]
    [InlineData("a:1 || a:2", "N C")]
    [InlineData("a:1 a:2 a:1", "N C D")]
    [InlineData("a:1 / a:2 / a:1", "N C D")]
    [InlineData("a:1 | a:2 | a:1", "N C D")]
    [InlineData("a:1 || a:2 || a:1", "N C U")]
    [InlineData("a:1 || a:2 || a:1 a:2", "N C U D")]
    [InlineData("a:1 || a:2 a:1", "N C D")]
    [InlineData("a:1 a:2 a:3 a:2 a:1 a:3", "N C C D D D")]
    [InlineData("a:1 || b:1 a:1 || b:2 a:2", "N N U C C")]
    public void Outcomes_follow_from_what_came_before(string written, string outcomes) =>
        Assert.Equal(outcomes, string.Join(' ', OutcomesOf(written).Select(Letter)));

    [Fact]
    public void Revisions_count_the_texts_of_an_article_over_batches_commits_and_runs()
    {
        Assert.Equal([1], Decide("a:1").Select(each => each.Revision));
        Assert.Equal([2, 3], Decide("a:2 a:3").Select(each => each.Revision));
        Commit();
        Assert.Equal([4], Decide("a:4").Select(each => each.Revision));
        Commit();
        Reopen();
        Assert.Equal([5, 1, 6], Decide("a:5 b:1 a:6").Select(each => each.Revision));
    }

    [Theory]
    [InlineData("")]
    [InlineData("|")]
    [InlineData("||")]
    public void An_update_has_the_text_that_it_replaces_with_its_revision_and_arrival(string between)
    {
        var first = Decide("a:old").Single();
        if (between.Length > 0)
            Commit();
        if (between.Length > 1)
            Reopen();
        var second = Decide("a:new").Single();
        Assert.Null(first.Replaced);
        Assert.Equal("old", IntakeArticles.BodyOf(second.Replaced!.Value));
        Assert.Equal((1, first.Arrival), (second.Replaced.Value.Revision, second.Replaced.Value.Arrival));
    }

    [Fact]
    public void What_is_not_written_replaces_nothing_and_makes_no_generation()
    {
        Decide("a:1 a:2");
        var before = decisions.Generation;
        foreach (var decision in Decide("a:2 a:1"))
        {
            Assert.Null(decision.Replaced);
            Assert.False(decision.IsWritten);
        }

        Assert.Equal(before, decisions.Generation);
    }

    [Fact]
    public void Each_written_text_makes_the_next_generation()
    {
        var arrivals = Decide("a:1 b:1 a:1 a:2").Where(each => each.IsWritten).Select(each => each.Arrival.Number);
        Assert.Equal([1, 2, 3], arrivals);
        Assert.Equal(3, decisions.Generation.Number);
    }

    [Fact]
    public void The_fingerprint_is_the_sum_of_the_keys_of_current_texts()
    {
        Decide("a:1 b:1 a:2");
        Assert.Equal(unchecked(KeyOf("a", "2") + KeyOf("b", "1")), decisions.Generation.Fingerprint);
        Commit();
        Reopen();
        Decide("b:2");
        Assert.Equal(unchecked(KeyOf("a", "2") + KeyOf("b", "2")), decisions.Generation.Fingerprint);
    }

    [Fact]
    public void Articles_in_another_order_make_the_same_fingerprint()
    {
        Decide("a:1 b:1 c:1");
        using var other = new ArticleDecisions(new MemoryArticleStore(), DeletionLog.InMemory());
        other.Decide([.. IntakeArticles.Articles("c:1 a:1 b:1").Select(IncomingArticle.Of)], IntakeArticles.Now);
        Assert.Equal(decisions.Generation, other.Generation);
    }

    [Fact]
    public void The_current_record_is_the_pending_one_and_else_the_committed_one()
    {
        Decide("a:1");
        Assert.Equal("1", IntakeArticles.BodyOf(decisions.RecordOf("a", IntakeArticles.Now)!.Value));
        Commit();
        Assert.Equal("1", IntakeArticles.BodyOf(decisions.RecordOf("a", IntakeArticles.Now)!.Value));
        Decide("a:2");
        Assert.Equal("2", IntakeArticles.BodyOf(decisions.RecordOf("a", IntakeArticles.Now)!.Value));
        Assert.Null(decisions.RecordOf("b", IntakeArticles.Now));
    }

    [Fact]
    public void There_are_changes_from_the_first_written_text_to_the_commit()
    {
        Assert.False(decisions.HasChanges);
        Decide("a:1");
        Assert.True(decisions.HasChanges);
        Commit();
        Assert.False(decisions.HasChanges);
        Decide("a:1");
        Assert.False(decisions.HasChanges);
    }

    [Theory]
    [InlineData("c:1 d:1", "look up 2")]
    [InlineData("a:1 c:1", "look up 2")]
    [InlineData("a:3 b:1 c:1", "look up 3, were replaced 1, read 1")]
    [InlineData("b:1 b:2", "look up 2, were replaced 1")]
    [InlineData("a:4 b:4", "look up 2, were replaced 2, read 2")]
    public void A_batch_asks_the_store_as_seldom_as_it_can(string batch, string questions)
    {
        Decide("a:1 b:2");
        Decide("b:1");
        Commit();
        Reopen();
        Decide("b:2");
        store.Revisions.Add(("b", Text("b", "2")));
        store.Questions.Clear();
        Decide(batch);
        Assert.Equal(questions, string.Join(", ", store.Questions));
    }

    /// <summary>The rules said again over lists of texts, without batches, commits and keys.</summary>
    [Fact]
    public void Any_sequence_of_batches_commits_and_runs_gives_what_a_simple_model_gives() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 9]).Array[0, 60].Sample(steps =>
        {
            using var memory = new MemoryArticleStore();
            var model = new IntakeModel();
            var deciding = new ArticleDecisions(memory, DeletionLog.InMemory());
            var batch = new List<Article>();
            foreach (var (id, text, then) in steps)
            {
                batch.Add(IntakeArticles.Article($"{id}", $"text {text}"));
                if (then < 5)
                    continue;
                Write(then, memory, model, batch, ref deciding);
            }

            Write(9, memory, model, batch, ref deciding);
            Assert.Equal(model.Texts, memory.Articles.ToDictionary(pair => pair.Key, pair => pair.Value.Article.Body));
            Assert.Equal(model.Generation, memory.Committed);
            deciding.Dispose();
        });

    private static void Write(int then, MemoryArticleStore memory, IntakeModel model, List<Article> batch, ref ArticleDecisions deciding)
    {
        var expected = batch.ConvertAll(article => model.Write(article));
        var decided = deciding.Decide([.. batch.Select(IncomingArticle.Of)], IntakeArticles.Now);
        Assert.Equal(expected, decided.Select(each => (each.Outcome, each.IsWritten ? each.Revision : 0)));
        Put(memory, batch, decided);
        batch.Clear();
        if (then < 7)
            return;
        memory.Commit(deciding.Generation);
        deciding.Commit();
        if (then < 9)
            return;
        deciding.Dispose();
        deciding = new ArticleDecisions(memory, DeletionLog.InMemory());
        model.BeginRun();
    }

    private List<WriteOutcome> OutcomesOf(string written)
    {
        var outcomes = new List<WriteOutcome>();
        foreach (var run in written.Split("||"))
        {
            foreach (var batches in run.Split('|'))
            {
                outcomes.AddRange(batches.Split('/').SelectMany(Decide).Select(each => each.Outcome));
                Commit();
            }

            Reopen();
        }

        return outcomes;
    }

    private Decision[] Decide(string batch)
    {
        var articles = IntakeArticles.Articles(batch);
        var decided = decisions.Decide([.. articles.Select(IncomingArticle.Of)], IntakeArticles.Now);
        Put(store, articles, decided);
        return decided;
    }

    private static void Put(MemoryArticleStore memory, IReadOnlyList<Article> articles, Decision[] decided)
    {
        for (var i = 0; i < decided.Length; i++)
        {
            if (decided[i].Replaced is { } replaced)
                memory.PutRevision(articles[i].Id, replaced);
            if (!decided[i].IsWritten)
                continue;
            var state = new IndexedState(decided[i].Revision, decided[i].Arrival, articles[i].Id, []);
            memory.Put(new PreparedArticle(IncomingArticle.Of(articles[i]), IntakeArticles.Now, state, [], 0, null));
        }
    }

    private void Commit()
    {
        store.Commit(decisions.Generation);
        decisions.Commit();
    }

    private void Reopen()
    {
        decisions.Dispose();
        decisions = new ArticleDecisions(store, DeletionLog.InMemory());
    }

    private static ulong KeyOf(string id, string body) => IntakeArticles.Incoming(id, body).Content;

    private static StoredRecord Text(string id, string body) =>
        new(IntakeArticles.Incoming(id, body).Record, IntakeArticles.Now, 1, new Generation(1, 0));

    private static char Letter(WriteOutcome outcome) => outcome switch
    {
        WriteOutcome.New => 'N',
        WriteOutcome.Updated => 'C',
        WriteOutcome.Unchanged => 'U',
        _ => 'D',
    };
}
