using NewsIndex.Generations;
using NewsIndex.Lucene.Snapshots;

namespace NewsSearch.Tests.Lucene.Snapshots;

/// <summary>The keys are stored in every commit, so a renamed one loses what older commits have under it.</summary>
public sealed class CommitDataTests
{
    private static readonly Dictionary<string, string> Written = CommitData.Write(new Generation(7, 0xa), "3f", "fast 12");

    [Theory]
    [InlineData("newssearch.birth", "3f")]
    [InlineData("newssearch.recogniser", "fast 12")]
    [InlineData("newssearch.generation.number", "7")]
    [InlineData("newssearch.generation.fingerprint", "000000000000000a")]
    public void A_commit_has_its_data_under_the_stored_keys(string key, string value) => Assert.Equal(value, Written[key]);

    [Fact]
    public void What_a_commit_has_is_read_back() => Assert.Equal(
        ("3f", "fast 12", new Generation(7, 0xa)),
        (CommitData.IndexIdOf(Written), CommitData.RecogniserOf(Written), CommitData.Read(Written, "index")));

    [Fact]
    public void A_commit_of_an_index_with_embeddings_of_passages_says_so()
    {
        var data = CommitData.Write(new Generation(7, 0xa), "3f", "fast 12", "minilm 4");
        Assert.Equal(("minilm 4", "minilm 4"), (data["newssearch.passages"], CommitData.PassagesOf(data)));
        Assert.Equal(("none", false), (CommitData.PassagesOf(Written), Written.ContainsKey("newssearch.passages")));
    }

    [Fact]
    public void A_commit_without_an_index_id_has_an_empty_one() => Assert.Equal("", CommitData.IndexIdOf(new Dictionary<string, string>()));
}
