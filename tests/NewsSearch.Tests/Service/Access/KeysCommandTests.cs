using SearchService;
using SearchService.Access;

namespace NewsSearch.Tests.Service.Access;

/// <summary>The verb that makes keys.</summary>
public sealed class KeysCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_key_is_made_printed_once_listed_without_its_secret_and_removed()
    {
        var (made, output, _) = await RunAsync("add", "desk", "--scope", "search", "correct", "--calls-per-second", "10");
        var text = output.Trim();
        Assert.Equal(0, made);
        var key = Assert.Single(KeyFile.Read(folder.File("keys.jsonl")));
        Assert.True(KeySecret.TryRead(text, out var id, out var hash));
        Assert.Equal((key.Id, true, 10), (id, key.Hash.SequenceEqual(hash), key.CallsPerSecond));

        await RunAsync("add", "wire", "--scope", "search", "--source", "Herald", "Evening Post", "--expires", "2001-02-03");
        var (_, list, _) = await RunAsync("list");
        Assert.Contains($"{id}\tdesk\tsearch, correct\tall sources\tnever", list, StringComparison.Ordinal);
        Assert.Contains("\twire\tsearch\tHerald, Evening Post\texpired", list, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Split('_', 3)[2], list, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("remove", id)).Exit);
        Assert.Equal("wire", Assert.Single(KeyFile.Read(folder.File("keys.jsonl"))).Name);
    }

    [Theory]
    [InlineData("add desk --scope everything", "\"everything\" is not a scope; expected one of search, ingest, correct, admin, metrics")]
    [InlineData("add desk --scope correct --source Herald", "the scope correct concerns all sources; expected it in a key without sources")]
    [InlineData("add desk --scope search --calls-per-second 0", "a limit is out of range; expected 1 or more")]
    [InlineData("add desk", "Option '--scope' is required")]
    [InlineData("remove 01234567", "there is no key 01234567; expected an id that \"keys list\" prints")]
    public async Task What_cannot_be_done_is_said_and_changes_nothing(string arguments, string sentence)
    {
        KeyFile.Write(folder.File("keys.jsonl"), []);
        var (exit, _, error) = await RunAsync(arguments.Split(' '));
        Assert.Equal(2, exit);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Empty(KeyFile.Read(folder.File("keys.jsonl")));
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) => CapturedConsole.RunAsync(() =>
        SearchServiceProgram.RunAsync(["keys", .. arguments, "--file", folder.File("keys.jsonl")], TimeProvider.System));
}
