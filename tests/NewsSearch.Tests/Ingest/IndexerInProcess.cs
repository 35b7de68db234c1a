using System.Text.Json;
using Indexer;

namespace NewsSearch.Tests.Ingest;

/// <summary>The indexer's command line, run within the test.</summary>
internal static class IndexerInProcess
{
    public static async Task<(int Exit, Report Report)> RunAsync(params string[] arguments)
    {
        var (exit, output, _) = await CapturedConsole.RunAsync(() => IndexerProgram.RunAsync(arguments, TimeProvider.System));
        return (exit, new Report(output.Trim().Split('\n')[^1]));
    }

    /// <param name="Json">The last line of output.</param>
    public sealed record Report(string Json)
    {
        public int Count(string name) => JsonDocument.Parse(Json).RootElement.GetProperty(name).GetInt32();
    }
}
