using Indexer;

namespace NewsSearch.Tests.Ingest;

public sealed class ExtractCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Says_what_it_rejects_notes_and_passes_over()
    {
        File.WriteAllText(folder.File("mapping.json"), """{"headline":"Titel","body":"Bodie"}""");
        File.WriteAllText(folder.File("table.csv"), "Titel;Text\nFog;A ship ran aground.\nKeeper;He retires.\nbroken\n");
        File.WriteAllText(folder.File("feed.xml"), "<rss><channel><title>a</title></channel></rss>");
        var (exit, output, error) = await CapturedConsole.RunAsync(() => IndexerProgram.RunAsync(
            [
                "extract", folder.File("table.csv"), folder.File("feed.xml"), "--mapping", folder.File("mapping.json"), "--output",
                folder.File("records.jsonl")],
            TimeProvider.System));

        Assert.Equal((0, ""), (exit, output));
        Assert.Equal(2, File.ReadLines(folder.File("records.jsonl")).Count());
        Assert.Equal(
            [
                $"{folder.File("table.csv")} at 54 (csv): the row has 1 fields; expected 2, as in the first line",
                "noted 2 (csv): the mapping names Bodie; the table has Titel, Text",
                "passed over 1 (feed): a feed without items",
            ],
            error.TrimEnd().Split('\n').Select(line => line.TrimEnd('\r')));
    }
}
