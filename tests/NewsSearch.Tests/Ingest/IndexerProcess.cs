using System.Diagnostics;

namespace NewsSearch.Tests.Ingest;

/// <summary>The indexer as a process of its own.</summary>
internal static class IndexerProcess
{
    /// <summary>
    /// As it was built for itself: the copy beside the tests lacks what the tests take from the web framework.
    /// The build puts each project's output into a folder of its name, and below it one for the configuration.
    /// </summary>
    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Indexer", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
        "Indexer.dll"));

    public static Process Start(params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
}
