using Grpc.Core;
using NewsSearch.V1;
using Outcome = NewsSearch.V1.IngestOutcome.Types.Status;

namespace NewsSearch.Tests.Service.Access;

/// <summary>
/// A key that is bound to the source Herald, and writes. Article 1 is of the Herald and article 2 of the Post. The key has no scope to
/// search, and learns nothing of the articles of other sources but that an id is taken.
/// </summary>
public sealed class BoundWriterTests : IAsyncLifetime
{
    private readonly GuardedService service = new();

    private IngestService.IngestServiceClient Herald => new(service.Invoker(service.Bearer("herald feed")));

    private IngestService.IngestServiceClient Anyone => new(service.Invoker(service.Bearer("feed")));

    public Task InitializeAsync() => service.InitializeAsync();

    public Task DisposeAsync() => service.DisposeAsync();

    [Theory]
    [InlineData("3", "Herald", "New")]
    [InlineData("3", "HERALD", "New")]
    [InlineData("1", "Herald", "Updated")]
    [InlineData("3", "Post", "Rejected SOURCE_NOT_GRANTED source")]
    [InlineData("3", "", "Rejected SOURCE_NOT_GRANTED source")]
    [InlineData("1", "Post", "Rejected SOURCE_NOT_GRANTED source")]
    [InlineData("2", "Post", "Rejected SOURCE_NOT_GRANTED source")]
    [InlineData("2", "Herald", "Rejected SOURCE_NOT_GRANTED id")]
    public async Task Writes_articles_of_its_source_alone(string id, string source, string expected)
    {
        Assert.Equal(expected, await WriteAsync(Herald, id, source));
        Assert.Equal(expected, await StreamAsync(id, source) switch { "Duplicate" or "Unchanged" => expected, var other => other });
    }

    /// <summary>Neither the text nor whether it was deleted shows in what the caller is told.</summary>
    [Fact]
    public async Task An_id_of_another_source_is_refused_alike_whatever_became_of_its_article()
    {
        var there = await RefusalAsync("2", "Ann Poe saw a storm");
        Assert.Equal(there, await RefusalAsync("2", "something else"));
        Assert.Equal(DeleteOutcome.Types.Status.Deleted, await DeleteAsync(Anyone, "2"));
        Assert.Equal(there, await RefusalAsync("2", "Ann Poe saw a storm"));
        // Asking to restore brought nothing back.
        Assert.Equal("Rejected ARTICLE_DELETED id", await WriteAsync(Anyone, "2", "Post"));
        Assert.DoesNotContain("Post", there, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deletes_articles_of_its_source_alone_and_cannot_tell_others_from_none()
    {
        Assert.Equal(DeleteOutcome.Types.Status.NotFound, await DeleteAsync(Herald, "2"));
        Assert.Equal(DeleteOutcome.Types.Status.NotFound, await DeleteAsync(Herald, "no such article"));
        // It is there: one that was deleted would be rejected.
        Assert.Equal("Updated", await WriteAsync(Anyone, "2", "Post"));
        Assert.Equal(DeleteOutcome.Types.Status.Deleted, await DeleteAsync(Anyone, "2"));
        Assert.Equal(DeleteOutcome.Types.Status.NotFound, await DeleteAsync(Herald, "2"));
        Assert.Equal(DeleteOutcome.Types.Status.Deleted, await DeleteAsync(Herald, "1"));
        Assert.Equal(DeleteOutcome.Types.Status.Deleted, await DeleteAsync(Herald, "1"));
    }

    [Fact]
    public async Task An_article_that_has_gone_to_another_source_is_no_longer_its_own()
    {
        Assert.Equal("Updated", await WriteAsync(Anyone, "1", "Post"));
        Assert.Equal("Rejected SOURCE_NOT_GRANTED id", await WriteAsync(Herald, "1", "Herald"));
        Assert.Equal(DeleteOutcome.Types.Status.NotFound, await DeleteAsync(Herald, "1"));
    }

    [Fact]
    public async Task Searches_nothing()
    {
        var refusal = await GuardedService.TryAsync(() => service.Client(service.Bearer("herald feed"))
            .SearchAsync(new SearchRequest { Query = "storm" }).ResponseAsync);
        Assert.Equal((StatusCode.PermissionDenied, "SCOPE_MISSING"), refusal);
    }

    private static ArticleInput Text(string id, string source, string body) =>
        new() { Id = id, Source = source, Body = body, Language = "en" };

    private static string Said(IngestOutcome outcome) => $"{outcome.Status} {outcome.Reason} {outcome.Field}".TrimEnd();

    private static async Task<string> WriteAsync(
        IngestService.IngestServiceClient client, string id, string source)
    {
        var request = new BatchIngestArticlesRequest { Articles = { Text(id, source, "another storm") } };
        return Said((await client.BatchIngestArticlesAsync(request)).Outcomes.Single());
    }

    private async Task<string> StreamAsync(string id, string source)
    {
        using var call = Herald.IngestArticles();
        await call.RequestStream.WriteAsync(new IngestArticlesRequest { Article = Text(id, source, "another storm") });
        await call.RequestStream.CompleteAsync();
        Assert.True(await call.ResponseStream.MoveNext(default));
        return Said(call.ResponseStream.Current.Outcome);
    }

    /// <summary>All that a refused article is told.</summary>
    private async Task<string> RefusalAsync(string id, string body)
    {
        var reply = await Herald.BatchIngestArticlesAsync(
            new BatchIngestArticlesRequest { Articles = { Text(id, "Herald", body) }, Restore = true });
        Assert.Equal(Outcome.Rejected, reply.Outcomes[0].Status);
        return reply.ToString();
    }

    private static async Task<DeleteOutcome.Types.Status> DeleteAsync(IngestService.IngestServiceClient client, string id) =>
        (await client.DeleteArticlesAsync(new DeleteArticlesRequest { Ids = { id } })).Outcomes.Single().Status;
}
