using NewsIndex.Generations;
using NewsIndex.Intake;

namespace NewsSearch.Tests.Intake;

public sealed class PendingRecordsTests : IDisposable
{
    private static readonly Generation First = new(1, 11);
    private static readonly Generation Second = new(2, 22);

    private readonly PendingRecords pending = new();

    public void Dispose() => pending.Dispose();

    [Fact]
    public void A_record_is_read_back_as_it_was_added()
    {
        var article = IntakeArticles.Incoming("a", "one");
        pending.Add(article, 3, First, before: 7);
        var record = pending.RecordOf("a", IntakeArticles.Now)!.Value;
        Assert.Equal(article.Record, record.Json.ToArray());
        Assert.Equal((IntakeArticles.Now, 3, First), (record.IndexedAt, record.Revision, record.Arrival));
        Assert.Equal(article.Content, pending.ContentOf("a"));
    }

    [Fact]
    public void The_last_of_several_texts_counts()
    {
        pending.Add(IntakeArticles.Incoming("a", "one"), 1, First, before: null);
        pending.Add(IntakeArticles.Incoming("b", "other"), 1, First, before: null);
        pending.Add(IntakeArticles.Incoming("a", "a longer one"), 2, Second, IntakeArticles.Incoming("a", "one").Content);
        Assert.Equal("a longer one", IntakeArticles.BodyOf(pending.RecordOf("a", IntakeArticles.Now)!.Value));
        Assert.Equal("other", IntakeArticles.BodyOf(pending.RecordOf("b", IntakeArticles.Now)!.Value));
        Assert.Equal(2, pending.Count);
    }

    [Fact]
    public void Reading_between_additions_loses_nothing()
    {
        for (var i = 0; i < 100; i++)
        {
            pending.Add(IntakeArticles.Incoming($"{i}", $"text {i}"), 1, First, before: null);
            Assert.Equal($"text {i / 2}", IntakeArticles.BodyOf(pending.RecordOf($"{i / 2}", IntakeArticles.Now)!.Value));
        }
    }

    [Fact]
    public void A_replaced_text_is_known_by_its_article_and_content()
    {
        pending.Add(IntakeArticles.Incoming("a", "new"), 2, First, before: 7);
        Assert.True(pending.WasReplaced(new TextVersion("a", 7)));
        Assert.False(pending.WasReplaced(new TextVersion("b", 7)));
        Assert.False(pending.WasReplaced(new TextVersion("a", 8)));
    }

    [Fact]
    public void Nothing_is_left_after_a_commit_and_more_can_be_added()
    {
        pending.Add(IntakeArticles.Incoming("a", "new"), 2, First, before: 7);
        pending.Clear();
        Assert.Equal(0, pending.Count);
        Assert.Null(pending.ContentOf("a"));
        Assert.Null(pending.RecordOf("a", IntakeArticles.Now));
        Assert.False(pending.WasReplaced(new TextVersion("a", 7)));
        pending.Add(IntakeArticles.Incoming("b", "next"), 1, Second, before: null);
        Assert.Equal("next", IntakeArticles.BodyOf(pending.RecordOf("b", IntakeArticles.Now)!.Value));
    }
}
