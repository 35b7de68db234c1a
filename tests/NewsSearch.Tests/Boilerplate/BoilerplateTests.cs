using System.Text.Json;
using Indexer.Boilerplate;
using NewsIndex.Articles;
using NewsSearch.Tests.Ingest;

namespace NewsSearch.Tests.Boilerplate;

public sealed class BoilerplateTests : IDisposable
{
    private const string Notice = "All rights reserved by the Elster Post.";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_articles_of_different_headlines_share_is_boilerplate_of_their_source()
    {
        var counter = new BoilerplateCounter(minHeadlines: 3, minShare: 0.1);
        for (var i = 0; i < 5; i++)
            counter.Add(Article("Post", $"headline {i}", $"text {i}\n\n{Notice}"));
        for (var i = 0; i < 5; i++)
            counter.Add(Article("Other", $"headline {i}", $"text {i}\n\n{(i < 2 ? Notice : "* * *")}"));
        for (var i = 0; i < 5; i++)
            counter.Add(Article("Wire", "one story", "sent five times"));
        Assert.Equal([new SharedParagraph("Post", 5, 1, Notice)], counter.Shared());
    }

    [Fact]
    public void A_paragraph_is_counted_once_an_article_and_in_any_case_and_spacing()
    {
        var counter = new BoilerplateCounter(minHeadlines: 2, minShare: 0);
        counter.Add(Article(null, "a", $"{Notice}\n\n{Notice}"));
        Assert.Empty(counter.Shared());
        counter.Add(Article(null, "b", Notice.ToUpperInvariant().Replace(" ", "  ", StringComparison.Ordinal)));
        Assert.Equal(2, Assert.Single(counter.Shared()).Articles);
    }

    [Fact]
    public void What_is_rare_is_forgotten_and_what_is_frequent_is_not()
    {
        var counter = new BoilerplateCounter(minHeadlines: 10, minShare: 0.01);
        for (var i = 0; i < 1000; i++)
            counter.Add(
                Article(
                    "Post", $"headline {i}", string.Join("\n\n", Enumerable.Range(0, 500).Select(n => $"text {i} {n}").Append(Notice))));
        Assert.Equal(Notice, Assert.Single(counter.Shared()).Paragraph);
    }

    [Theory]
    [InlineData("text\n\n" + Notice, "text", 1)]
    [InlineData(Notice + "\n\ntext\n\n" + Notice, "text", 2)]
    [InlineData(Notice, Notice, 0)]
    [InlineData("text", "text", 0)]
    [InlineData("", "", 0)]
    public async Task A_body_loses_what_is_not_its_own_and_never_all(string body, string expected, int leftOut)
    {
        await File.WriteAllTextAsync(folder.File("b.jsonl"), JsonSerializer.Serialize(new SharedParagraph("Post", 5, 1, Notice)) + "\n\n");
        var boilerplate = SourceBoilerplate.Read(folder.File("b.jsonl"));
        var (article, paragraphs) = boilerplate.Without(Article("Post", "headline", body));
        Assert.Equal((expected, leftOut), (article.Body, paragraphs));
        Assert.Equal(body, boilerplate.Without(Article("Other", "headline", body)).Article.Body);
    }

    [Theory]
    [InlineData("{\"source\":\"Post\"}", "line 1, has no \"paragraph\"")]
    [InlineData("{\"paragraph\":\"a\"}\n[1]", "line 2")]
    public async Task A_file_that_lists_none_is_refused_with_its_line(string lines, string expected)
    {
        await File.WriteAllTextAsync(folder.File("b.jsonl"), lines);
        Assert.Contains(
            expected, Assert.Throws<BoilerplateException>(() => SourceBoilerplate.Read(folder.File("b.jsonl"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_listed_is_left_out_of_the_index_counted_and_changes_no_id()
    {
        var archive = folder.File("a.jsonl");
        await File.WriteAllLinesAsync(archive, Enumerable.Range(0, 12).Select(i => JsonSerializer.Serialize(new
        {
            headline = $"headline {i}",
            body = $"text {i}\n\n{Notice}",
            source = "Post",
        })));
        await IndexerInProcess.RunAsync("boilerplate", archive, "--output", folder.File("b.jsonl"));
        Assert.Contains("Elster", await File.ReadAllTextAsync(folder.File("b.jsonl")), StringComparison.Ordinal);

        await IndexerInProcess.RunAsync("index", archive, "--json", "--index", folder.File("index"));
        var (_, report) = await IndexerInProcess.RunAsync(
            "index", archive, "--json", "--boilerplate", folder.File("b.jsonl"), "--index", folder.File("index"));
        Assert.Equal((12, 12, 12), (report.Count("read"), report.Count("updated"), report.Count("boilerplate")));
    }

    private static Article Article(string? source, string headline, string body) => new()
    {
        Id = "",
        Source = source,
        Headline = headline,
        Body = body,
    };
}
