using SearchCli.Commands;

namespace NewsSearch.Tests.SearchCli;

public sealed class FollowedStateTests : IDisposable
{
    private static readonly FollowedState.Search Storm = new("storm date:today", "storm AND date:1987-10-19", "{}");

    private readonly TemporaryFolder folder = new();

    private string File => folder.File("state.json");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Reads_back_what_it_wrote()
    {
        FollowedState.Read(File).Write("index", "3-00000000000000ff", Storm);
        Assert.Equal(new FollowedState.Place("index", "3-00000000000000ff", Storm), FollowedState.Read(File).Last);
        Assert.Equal([File], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Is_empty_before_the_first_search()
    {
        Assert.Null(FollowedState.Read(File).Last);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void Remembers_in_memory_without_a_file()
    {
        var state = FollowedState.Read("");
        state.Write("index", "3-00000000000000ff", Storm);
        Assert.Equal("index", state.Last!.Index);
    }

    [Theory]
    [InlineData("storm date:today", "another form", "{}", true)]
    [InlineData("typed otherwise", "storm AND date:1987-10-19", "{}", true)]
    [InlineData("typed otherwise", "another form", "{}", false)]
    [InlineData("storm date:today", "storm AND date:1987-10-19", "{\"sources\":[\"Herald\"]}", false)]
    public void Belongs_to_a_search_with_the_same_filters_and_the_same_query_in_either_form(
        string query, string canonical, string filters, bool expected)
    {
        var state = FollowedState.Read("");
        state.Write("index", "3-00000000000000ff", Storm);
        Assert.Equal(expected, state.IsOf(new FollowedState.Search(query, canonical, filters)));
    }

    [Fact]
    public void Belongs_to_any_search_if_it_is_empty_or_of_an_older_version()
    {
        Assert.True(FollowedState.Read(File).IsOf(Storm));
        System.IO.File.WriteAllText(File, """{"index":"a","generation":"3-00000000000000ff"}""");
        Assert.True(FollowedState.Read(File).IsOf(Storm));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("{}")]
    [InlineData("""{"index":"a"}""")]
    [InlineData("[1]")]
    public void Refuses_a_file_that_is_not_a_state_and_names_it(string content)
    {
        System.IO.File.WriteAllText(File, content);
        var error = Assert.Throws<InvalidDataException>(() => FollowedState.Read(File));
        Assert.StartsWith($"{File} is not a valid state file of follow; expected ", error.Message, StringComparison.Ordinal);
        Assert.Equal(content, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Reads_no_more_of_an_endless_file_than_a_state_can_have()
    {
        if (!OperatingSystem.IsWindows())
            Assert.Throws<InvalidDataException>(() => FollowedState.Read("/dev/zero"));
    }
}
