using System.Text.Json;
using Indexer;

namespace NewsSearch.Tests.Ingest;

/// <summary>The indexer's command line, run within the test. It writes to the console, so that tests of it belong to the collection "console".</summary>
internal static class IndexerInProcess
{
    public static async Task<(int Exit, Report Report)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var console = Console.Out;
        Console.SetOut(output);
        try
        {
            var exit = await IndexerProgram.RunAsync(arguments, TimeProvider.System);
            return (exit, new Report(output.ToString().Trim().Split('\n')[^1]));
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    /// <param name="Json">The last line of output.</param>
    public sealed record Report(string Json)
    {
        public int Count(string name) => JsonDocument.Parse(Json).RootElement.GetProperty(name).GetInt32();
    }
}
