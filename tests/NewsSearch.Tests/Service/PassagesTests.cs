using NewsSearch.Tests.Ingest;
using NewsSearch.V1;

namespace NewsSearch.Tests.Service;

/// <summary>The service over an index with embeddings of passages.</summary>
public sealed class PassagesTests
{
    [Fact]
    public async Task The_service_says_that_an_index_has_passages_and_ranks_by_them()
    {
        await using var service = new RunningService();
        using var folder = new TemporaryFolder();
        var archive = folder.File("a.jsonl");
        await File.WriteAllLinesAsync(archive,
        [
            """{"id":"a","headline":"Storm closes harbour","body":"A storm closed the harbour of Port Ness.","language":"en"}""",
            """{"id":"b","headline":"Storm of protest","body":"The harbour board faced a storm of protest over fees.","language":"en"}""",
        ]);
        await IndexerInProcess.RunAsync("index", archive, "--passages", "--json", "--index", service.Index);
        await service.InitializeAsync();
        await service.SeesAsync(2);
        var info = await new IndexService.IndexServiceClient(service.Channel).GetIndexInfoAsync(new GetIndexInfoRequest());
        Assert.StartsWith("minilm-l6 ", info.Passages, StringComparison.Ordinal);

        var client = new V1.SearchService.SearchServiceClient(service.Channel);
        var search = new SearchRequest { Query = "harbour OR storm OR gale" };
        var found = await client.SearchAsync(search);
        Assert.Equal("a", found.Hits[0].Article.Id);
        var explained = await client.ExplainArticleAsync(new ExplainArticleRequest { Id = "a", Search = search });
        Assert.Contains(explained.Parts, part => part.Kind == ScorePart.Types.Kind.Passages && part.Score > 0);
        Assert.Equal(explained.Score, explained.Parts.Sum(part => part.Score), 1e-3);
    }
}
